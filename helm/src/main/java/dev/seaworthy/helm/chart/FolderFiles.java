package dev.seaworthy.helm.chart;

import dev.seaworthy.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The files of a chart in a folder. Helm follows every symbolic link; here it is followed only if
 * it stays inside a boundary.
 */
final class FolderFiles {

  private static final Comparator<Found> MATTERING_FIRST =
      Comparator.comparing((Found file) -> !matters(file.path())).thenComparing(Found::path);

  private final Path root;
  private final String label;
  private final Path boundary;
  private final LoadReport report;
  private final HelmIgnore ignore;
  private final Queue<Folder> pending =
      new PriorityQueue<>(Comparator.comparing(folder -> !matters(folder.path())));
  private final List<Found> found = new ArrayList<>();
  private boolean tooManyFiles;
  private boolean tooManyBytes;

  /**
   * @param root the folder of the chart, as a real path
   * @param label how results refer to it
   * @param boundary the folder that links must not lead out of, as a real path
   */
  FolderFiles(Path root, String label, Path boundary, LoadReport report) {
    this.root = root;
    this.label = label;
    this.boundary = boundary;
    this.report = report;
    this.ignore = readIgnore();
  }

  /**
   * @param real where it lies, free of symbolic links
   * @param path its path in the chart, with a slash at its end, or empty
   */
  private record Folder(Path real, String path, @Nullable Folder outer) {

    boolean isInside(Path folder) {
      for (Folder at = this; at != null; at = at.outer()) {
        if (at.real().equals(folder)) {
          return true;
        }
      }
      return false;
    }
  }

  private record Found(String path, Path real) {}

  List<ChartFile> read() {
    pending.add(new Folder(root, "", null));
    while (!pending.isEmpty() && !tooManyFiles) {
      list(pending.remove());
    }
    found.sort(MATTERING_FIRST);
    List<ChartFile> files = new ArrayList<>();
    for (Found file : found) {
      read(file).ifPresent(files::add);
    }
    return files;
  }

  private void list(Folder folder) {
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.real())) {
      for (Path entry : stream) {
        if (report.isOneTooMany()) {
          tooManyFiles = true;
          report.tooManyFiles(label);
          return;
        }
        visit(folder, entry);
      }
    } catch (DirectoryIteratorException e) {
      report.notReadable(labelOf(folder.path()), e.getCause());
    } catch (IOException e) {
      report.notReadable(labelOf(folder.path()), e);
    }
  }

  private void visit(Folder folder, Path entry) {
    String path = folder.path() + entry.getFileName();
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      // a Windows junction is a folder and "other": it can lead anywhere
      boolean isLink =
          attributes.isSymbolicLink() || attributes.isDirectory() && attributes.isOther();
      if (isLink) {
        visitLink(folder, entry, path);
      } else {
        visit(folder, entry, path, attributes);
      }
    } catch (IOException e) {
      report.notReadable(labelOf(path), e);
    }
  }

  private void visitLink(Folder folder, Path link, String path) throws IOException {
    Path target;
    try {
      target = link.toRealPath();
    } catch (NoSuchFileException e) {
      if (ignore.reason(path, false).isEmpty()) {
        throw new IOException("symbolic link that leads nowhere", e);
      }
      return;
    }
    BasicFileAttributes attributes = Files.readAttributes(target, BasicFileAttributes.class);
    boolean inside = target.startsWith(boundary) || target.startsWith(root);
    if (inside || ignore.reason(path, attributes.isDirectory()).isPresent()) {
      visit(folder, target, path, attributes);
    } else {
      report.notReadable(
          labelOf(path),
          "symbolic link '"
              + labelOf(path)
              + "' leads out of what is analysed, and Helm would"
              + " follow it",
          "Put a copy in its place, or analyse from a folder that holds both.");
    }
  }

  private void visit(Folder folder, Path real, String path, BasicFileAttributes attributes) {
    boolean isFolder = attributes.isDirectory();
    Optional<String> ignored = ignore.reason(path, isFolder);
    if (isFolder && real.endsWith(".git")) {
      report.skipped(labelOf(path) + "/", "version control data");
    } else if (ignored.isPresent()) {
      report.skipped(labelOf(path) + (isFolder ? "/" : ""), ignored.get());
    } else if (isFolder && folder.isInside(real)) {
      report.notReadable(
          labelOf(path),
          "symbolic links around '" + labelOf(path) + "' lead in a circle",
          "Remove the link, or name it in .helmignore.");
    } else if (isFolder) {
      pending.add(new Folder(real, path + "/", folder));
    } else if (attributes.isRegularFile()) {
      found.add(new Found(path, real));
    } else {
      report.notReadable(
          labelOf(path),
          "'" + labelOf(path) + "' is not a regular file",
          "Take it out of the chart, or name it in .helmignore: Helm refuses such a chart.");
    }
  }

  private Optional<ChartFile> read(Found file) {
    String fileLabel = labelOf(file.path());
    if (tooManyBytes) {
      return Optional.empty();
    }
    int limit = report.limits().maxFileBytes();
    try (InputStream stream = Files.newInputStream(file.real(), LinkOption.NOFOLLOW_LINKS)) {
      byte[] content = stream.readNBytes(limit + 1);
      if (content.length > limit) {
        report.fileTooLarge(fileLabel);
        return Optional.empty();
      }
      if (content.length > report.bytesLeft()) {
        tooManyBytes = true;
        report.chartTooLarge(label);
        return Optional.empty();
      }
      report.kept(content.length);
      return Optional.of(ChartFile.of(file.path(), fileLabel, content));
    } catch (IOException e) {
      report.notReadable(fileLabel, e);
      return Optional.empty();
    }
  }

  /** Whether the chart makes no sense without a file or folder, so that it has to come first. */
  private static boolean matters(String path) {
    return path.indexOf('/') < 0 || path.startsWith("templates/") || path.startsWith("charts/");
  }

  private HelmIgnore readIgnore() {
    Path file = root.resolve(HelmIgnore.FILE_NAME);
    String fileLabel = labelOf(HelmIgnore.FILE_NAME);
    if (!Files.isRegularFile(file)) {
      return HelmIgnore.none();
    }
    try {
      Path real = file.toRealPath();
      if (!real.startsWith(boundary) && !real.startsWith(root)) {
        return HelmIgnore.none();
      }
      Optional<ChartFile> content = read(new Found(HelmIgnore.FILE_NAME, real));
      HelmIgnore read =
          content.flatMap(ChartFile::text).map(HelmIgnore::read).orElseGet(HelmIgnore::none);
      content
          .flatMap(ChartFile::text)
          .ifPresent(text -> read.flaws().forEach(flaw -> report(text, flaw)));
      return read;
    } catch (IOException e) {
      report.notReadable(fileLabel, e);
      return HelmIgnore.none();
    }
  }

  private void report(SourceText text, HelmIgnore.Flaw flaw) {
    int start = text.lineStart(flaw.line());
    report.refused(
        text.name(),
        text.span(start, text.lineEnd(flaw.line())),
        flaw.message(),
        "Correct the pattern: Helm refuses the chart. Here it was read without this line.");
  }

  private String labelOf(String path) {
    return path.isEmpty() ? label : ChartLabels.in(label, path);
  }
}
