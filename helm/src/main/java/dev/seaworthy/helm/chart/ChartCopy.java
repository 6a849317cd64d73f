package dev.seaworthy.helm.chart;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A chart with its dependencies in a private folder of its own, as Helm wants it: dependencies are
 * folders in {@code charts}. One copy can take the form of several variants one after the other, at
 * the price of the files that differ. For use by one thread.
 */
public final class ChartCopy implements AutoCloseable {

  private final Chart chart;
  private final Path outer;
  private final Path folder;
  private final Map<String, byte[]> written = new HashMap<>();

  private ChartCopy(Chart chart, Path outer) throws IOException {
    this.chart = chart;
    this.outer = outer;
    this.folder = Files.createDirectory(outer.resolve("chart"));
  }

  /**
   * Makes a folder for a copy, which only the user of the process may enter. It is empty until a
   * variant is written.
   *
   * @param parent the folder to make it in, such as that for temporary files
   */
  public static ChartCopy of(Chart chart, Path parent) throws IOException {
    return new ChartCopy(chart, Files.createTempDirectory(parent, "seaworthy-chart-"));
  }

  /** The folder of the chart: what Helm is to render. */
  public Path folder() {
    return folder;
  }

  /**
   * Makes the folder hold a variant of the chart, and nothing else.
   *
   * @throws IOException if a file cannot be written
   * @throws IllegalArgumentException if the variant has a file whose path leads out of its chart
   */
  public void write(ChartVariant variant) throws IOException {
    Map<String, byte[]> wanted = new LinkedHashMap<>();
    collect(chart, "", variant, wanted);
    Set<String> gone = new HashSet<>(written.keySet());
    gone.removeAll(wanted.keySet());
    for (String path : gone) {
      Files.deleteIfExists(folder.resolve(path));
      written.remove(path);
    }
    for (Map.Entry<String, byte[]> file : wanted.entrySet()) {
      write(file.getKey(), file.getValue());
    }
  }

  private static void collect(
      Chart chart, String prefix, ChartVariant variant, Map<String, byte[]> wanted) {
    for (ChartFile file : chart.files()) {
      for (CopiedFile copied : variant.filesFor(chart, file)) {
        requireInside(copied.path());
        wanted.put(prefix + copied.path(), copied.content());
      }
    }
    Set<String> names = new HashSet<>();
    for (Chart dependency : chart.dependencies()) {
      String name = folderName(dependency, names);
      if (variant.keeps(chart, dependency)) {
        collect(dependency, prefix + "charts/" + name + "/", variant, wanted);
      }
    }
  }

  /** A name that Helm takes for a chart, that is safe, and that no other has in any case. */
  private static String folderName(Chart dependency, Set<String> names) {
    String name = dependency.name();
    boolean plain = name.length() < 64 && name.matches("[a-z0-9][a-z0-9_-]*");
    String unique = plain ? name : "chart";
    for (int i = 2; !names.add(unique); i++) {
      unique = (plain ? name : "chart") + "." + i;
    }
    return unique;
  }

  private static void requireInside(String path) {
    for (String segment : path.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        throw new IllegalArgumentException("'" + path + "' is no path in a chart");
      }
    }
  }

  private void write(String path, byte[] content) throws IOException {
    byte[] before = written.get(path);
    if (before != null && Arrays.equals(before, content)) {
      return;
    }
    Path file = resolve(path);
    if (before == null) {
      Files.createDirectories(file.getParent());
      Files.write(file, content, StandardOpenOption.CREATE_NEW);
    } else {
      Files.write(file, content);
    }
    written.put(path, content);
  }

  private Path resolve(String path) throws IOException {
    try {
      Path file = folder.resolve(path);
      if (file.normalize().startsWith(folder) && file.normalize().equals(file)) {
        return file;
      }
      throw new IOException("'" + path + "' is no path in a chart on this system");
    } catch (InvalidPathException e) {
      throw new IOException("'" + path + "' is no name for a file on this system", e);
    }
  }

  /** Deletes the folder. */
  @Override
  public void close() throws IOException {
    Files.walkFileTree(
        outer,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
