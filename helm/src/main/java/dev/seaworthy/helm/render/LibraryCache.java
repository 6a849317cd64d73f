package dev.seaworthy.helm.render;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/**
 * Keeps an unpacked library in a folder of the user. A file there is used only if it is, unchanged,
 * what was written from the archive; otherwise it is written again. Nobody else can write there, so
 * what is guarded against is damage, and folders that come from elsewhere.
 */
final class LibraryCache {

  /** A file lock holds for a process; this one is for its threads. */
  private static final Object LOCK = new Object();

  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rwx------");
  private static final String TEMPORARY = ".tmp";

  private final Path folder;
  private final Path fallback;

  LibraryCache(Path folder, Path fallback) {
    this.folder = folder;
    this.fallback = fallback;
  }

  Path locate(PackedLibrary packed, String name) throws IOException {
    Path slot = folder.resolve(packed.key());
    try {
      UserPrincipal user = Files.getOwner(fallback);
      if (!isUnchanged(slot, name, user)) {
        create(slot, user);
        unpackOnce(packed, slot, name, user);
      }
      return slot.resolve(name);
    } catch (IOException | UnsupportedOperationException e) {
      Path file = fallback.resolve(name);
      packed.unpack(file);
      return file;
    }
  }

  private static void unpackOnce(PackedLibrary packed, Path slot, String name, UserPrincipal user)
      throws IOException {
    synchronized (LOCK) {
      try (FileChannel channel =
              FileChannel.open(
                  slot.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !isUnchanged(slot, name, user)) {
          deleteTemporaries(slot);
          unpack(packed, slot.resolve(name));
        }
      }
    }
  }

  private static void unpack(PackedLibrary packed, Path file) throws IOException {
    Path slot = file.resolveSibling("");
    Path temporary = Files.createTempFile(slot, "library", TEMPORARY);
    packed.unpack(temporary);
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    Path stamp = Files.createTempFile(slot, "stamp", TEMPORARY);
    Files.writeString(stamp, FileStamp.of(file));
    Files.move(stamp, stampOf(file), StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path stampOf(Path file) {
    return file.resolveSibling(file.getFileName() + ".stamp");
  }

  private static void deleteTemporaries(Path slot) throws IOException {
    try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(slot, "*" + TEMPORARY)) {
      for (Path leftover : leftovers) {
        Files.deleteIfExists(leftover);
      }
    }
  }

  private static void create(Path slot, UserPrincipal user) throws IOException {
    Files.createDirectories(slot);
    if (!Files.isDirectory(slot, LinkOption.NOFOLLOW_LINKS) || !belongsTo(user, slot)) {
      throw new IOException("'" + slot + "' belongs to somebody else");
    }
    if (isPosix(slot)) {
      Files.setPosixFilePermissions(slot, PRIVATE);
    }
  }

  private static boolean isUnchanged(Path slot, String name, UserPrincipal user)
      throws IOException {
    Path file = slot.resolve(name);
    Path stamp = stampOf(file);
    return isPrivate(slot, user)
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Files.isRegularFile(stamp, LinkOption.NOFOLLOW_LINKS)
        && belongsTo(user, file)
        && belongsTo(user, stamp)
        && FileStamp.of(file).equals(Files.readString(stamp));
  }

  private static boolean isPrivate(Path slot, UserPrincipal user) throws IOException {
    return Files.isDirectory(slot, LinkOption.NOFOLLOW_LINKS)
        && belongsTo(user, slot)
        && (!isPosix(slot) || Files.getPosixFilePermissions(slot).equals(PRIVATE));
  }

  private static boolean belongsTo(UserPrincipal user, Path path) throws IOException {
    try {
      return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(user);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
