package dev.seaworthy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The marks in a folder of charts: {@code testdata/charts/README.md} tells what they mean. Each is
 * given as {@code FILE:LINE MARK}.
 */
final class ChartMarks {

  private static final Pattern MARK = Pattern.compile("(#[!~>] )(.*?)(?=#[!~>] |\\*/|$)");

  /** What stands before a mark that is alone on its line. */
  private static final Pattern ALONE = Pattern.compile("\\s*(\\{\\{-?\\s*/\\*\\s*)?");

  private static final Pattern LIST_ENTRY = Pattern.compile("(\\S+) (#.*)");

  private final Path charts;
  private final List<String> found = new ArrayList<>();

  private ChartMarks(Path charts) {
    this.charts = charts;
  }

  /**
   * @param charts the folder that files are named from
   * @param name the folder in it that is read
   */
  static List<String> of(Path charts, String name) throws IOException {
    ChartMarks marks = new ChartMarks(charts);
    for (String file : files(charts, name)) {
      marks.read(file, Files.readString(charts.resolve(file)).lines().toList());
    }
    Path list = charts.resolve(name + ".marks");
    if (Files.exists(list)) {
      marks.readList(name, Files.readString(list).lines().toList());
    }
    return marks.found;
  }

  /** The files in a folder, all the way down. */
  static List<String> files(Path charts, String name) throws IOException {
    try (Stream<Path> files = Files.walk(charts.resolve(name))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> charts.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private void read(String file, List<String> lines) {
    List<String> waiting = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      List<String> marks = in(lines.get(i));
      waiting.addAll(marks);
      if (marks.isEmpty() || !isAlone(lines.get(i))) {
        String place = file + ":" + (i + 1) + " ";
        waiting.forEach(mark -> found.add(place + mark));
        waiting.clear();
      }
    }
    if (!waiting.isEmpty()) {
      throw new AssertionError("a mark at the end of " + file + " marks no line: " + waiting);
    }
  }

  private void readList(String name, List<String> lines) {
    for (String line : lines) {
      Matcher entry = LIST_ENTRY.matcher(line);
      if (!entry.matches()) {
        throw new AssertionError("no 'FILE:LINE #! id' in " + name + ".marks: " + line);
      }
      in(entry.group(2)).forEach(mark -> found.add(name + "/" + entry.group(1) + " " + mark));
    }
  }

  private static List<String> in(String line) {
    Matcher mark = MARK.matcher(line);
    return mark.results().map(m -> m.group(1) + m.group(2).strip()).collect(Collectors.toList());
  }

  private static boolean isAlone(String line) {
    Matcher mark = MARK.matcher(line);
    return mark.find() && ALONE.matcher(line.substring(0, mark.start())).matches();
  }
}
