package dev.seaworthy.source;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * Opens a file below a folder without following a symbolic link on the way, also one that took the
 * place of a folder or file after it was discovered.
 */
final class ContainedFile {

  private static final Set<OpenOption> READ =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  private ContainedFile() {}

  /**
   * @param root a folder, as a real path
   * @param file a path below the folder that starts with {@code root}
   */
  static SeekableByteChannel open(Path root, Path file) throws IOException {
    Path below = root.relativize(file);
    DirectoryStream<Path> folder = Files.newDirectoryStream(root);
    try {
      for (int i = 0; i < below.getNameCount() - 1; i++) {
        if (!(folder instanceof SecureDirectoryStream<Path> outer)) {
          break;
        }
        folder = outer.newDirectoryStream(below.getName(i), LinkOption.NOFOLLOW_LINKS);
        outer.close();
      }
      return folder instanceof SecureDirectoryStream<Path> parent
          ? openIn(parent, below.getFileName())
          : openByPath(file);
    } finally {
      folder.close();
    }
  }

  private static SeekableByteChannel openIn(SecureDirectoryStream<Path> folder, Path name)
      throws IOException {
    requireRegular(
        folder
            .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
            .readAttributes());
    return folder.newByteChannel(name, READ);
  }

  /** For platforms that cannot open a file relative to an open folder. */
  private static SeekableByteChannel openByPath(Path file) throws IOException {
    if (!file.toRealPath().equals(file)) {
      throw new IOException("a symbolic link took the place of a folder above it");
    }
    requireRegular(
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    return Files.newByteChannel(file, READ);
  }

  /** To open a named pipe would wait for a writer, perhaps for ever. */
  static void requireRegular(BasicFileAttributes attributes) throws IOException {
    if (!attributes.isRegularFile()) {
      throw new IOException("no longer a regular file");
    }
  }
}
