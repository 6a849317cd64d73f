package dev.seaworthy.cli;

import java.util.List;

/** Lines up columns. */
final class Table {

  private static final String GAP = "  ";

  private Table() {}

  /** Each row as a line, each column but the last as wide as its widest cell. */
  static String of(List<List<String>> rows) {
    StringBuilder table = new StringBuilder();
    for (List<String> row : rows) {
      int last = row.size() - 1;
      for (int column = 0; column < last; column++) {
        String cell = row.get(column);
        table.append(cell).append(" ".repeat(width(rows, column) - cell.length())).append(GAP);
      }
      table.append(row.get(last)).append('\n');
    }
    return table.toString();
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
