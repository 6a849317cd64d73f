package dev.seaworthy.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table with lines around its cells, its header centred. */
final class BoxedTable {

  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  BoxedTable(List<String> header) {
    this.header = header;
  }

  void row(List<String> cells) {
    rows.add(cells);
  }

  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    table
        .append(rule("┌", "┬", "┐"))
        .append(line(IntStream.range(0, header.size()).mapToObj(this::centred).toList()));
    table.append(rule("├", "┼", "┤"));
    for (List<String> row : rows) {
      table.append(
          line(IntStream.range(0, row.size()).mapToObj(i -> padded(row.get(i), i)).toList()));
    }
    return table.append(rule("└", "┴", "┘")).toString();
  }

  private String rule(String left, String middle, String right) {
    return IntStream.range(0, header.size())
        .mapToObj(column -> "─".repeat(width(column) + 2))
        .collect(Collectors.joining(middle, left, right + "\n"));
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" │ ", "│ ", " │\n"));
  }

  private String centred(int column) {
    int space = width(column) - length(header.get(column));
    return " ".repeat(space / 2) + header.get(column) + " ".repeat(space - space / 2);
  }

  private String padded(String cell, int column) {
    return cell + " ".repeat(width(column) - length(cell));
  }

  private int width(int column) {
    int cells = rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    return Math.max(cells, length(header.get(column)));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
