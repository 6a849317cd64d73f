package dev.seaworthy.helm.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The dependencies that a chart declares and does not have in its {@code charts} folder. Those with
 * {@code file://} are read from where they lie, as {@code helm dependency build} would copy them.
 */
final class LocalDependencies {

  private static final String FILE_SCHEME = "file://";

  private final LoadReport report;
  private final Path boundary;
  private final Optional<Path> folder;
  private final Set<Path> around;

  private LocalDependencies(
      LoadReport report, Path boundary, Optional<Path> folder, Set<Path> around) {
    this.report = report;
    this.boundary = boundary;
    this.folder = folder;
    this.around = around;
  }

  /** Those of a chart in a folder. */
  static LocalDependencies ofFolder(Path real, Path boundary, LoadReport report) {
    return new LocalDependencies(report, boundary, Optional.of(real), Set.of(real));
  }

  /** Those of a chart in an archive, where {@code file://} leads nowhere. */
  static LocalDependencies ofArchive(LoadReport report) {
    return new LocalDependencies(report, Path.of(""), Optional.empty(), Set.of());
  }

  /** Those of a chart in a folder in the chart. */
  LocalDependencies inside(String path) {
    return new LocalDependencies(
        report, boundary, folder.map(outer -> outer.resolve(path)), around);
  }

  /**
   * Reads those that can be read here, and reports the others as missing.
   *
   * @param present the charts in the {@code charts} folder
   * @param label how results refer to the chart that declares them
   */
  List<Chart> find(ChartMetadata metadata, List<Chart> present, String label, int depth) {
    List<Chart> found = new ArrayList<>();
    for (ChartDependency declared : metadata.dependencies()) {
      boolean here =
          Stream.concat(present.stream(), found.stream())
              .anyMatch(chart -> chart.name().equals(declared.name()));
      if (!here) {
        try {
          found.add(read(declared, label, depth));
        } catch (NotHereException e) {
          report.missing(new MissingDependency(label, declared, e.getMessage()));
        }
      }
    }
    return found;
  }

  private Chart read(ChartDependency declared, String label, int depth) throws NotHereException {
    String path =
        declared
            .repository()
            .filter(repository -> repository.startsWith(FILE_SCHEME))
            .map(repository -> repository.substring(FILE_SCHEME.length()))
            .orElseThrow(() -> new NotHereException("it is not in the 'charts' folder"));
    Path outer = folder.orElseThrow(() -> new NotHereException("it is not in the 'charts' folder"));
    Path target = locate(outer, path);
    String targetLabel =
        ChartLabels.from(label, outer.relativize(target).toString().replace('\\', '/'));
    if (around.contains(target)) {
      throw new NotHereException("charts that depend on each other lead in a circle");
    }
    if (depth + 1 >= report.limits().maxDepth()) {
      throw new NotHereException("charts lie in charts too deep");
    }
    Chart chart =
        read(target, targetLabel, depth + 1)
            .orElseThrow(() -> new NotHereException("'" + targetLabel + "' could not be read"));
    if (!declared.accepts(chart)) {
      String version = chart.metadata().version().map(text -> " in version " + text).orElse("");
      throw new NotHereException(
          "'" + targetLabel + "' holds chart '" + chart.name() + "'" + version);
    }
    return chart;
  }

  private Path locate(Path outer, String path) throws NotHereException {
    Path target;
    try {
      target = outer.resolve(path).toRealPath();
    } catch (IOException | InvalidPathException e) {
      throw new NotHereException("there is no folder '" + path + "'");
    }
    if (!target.startsWith(boundary)) {
      throw new NotHereException("'" + path + "' leads out of what is analysed");
    }
    if (!Files.isDirectory(target)) {
      throw new NotHereException("'" + path + "' is not a folder");
    }
    return target;
  }

  private Optional<Chart> read(Path target, String label, int depth) {
    List<ChartFile> files = new FolderFiles(target, label, boundary, report).read();
    Set<Path> inner =
        Stream.concat(around.stream(), Stream.of(target)).collect(Collectors.toUnmodifiableSet());
    LocalDependencies beside = new LocalDependencies(report, boundary, Optional.of(target), inner);
    return new ChartAssembler(report).assemble(files, label, beside, depth);
  }

  /** The message says why: lower-case, no full stop. */
  private static final class NotHereException extends Exception {
    private static final long serialVersionUID = 1L;

    NotHereException(String reason) {
      super(reason, null, false, false);
    }
  }
}
