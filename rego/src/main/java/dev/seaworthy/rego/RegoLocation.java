package dev.seaworthy.rego;

/**
 * A place in a policy.
 *
 * @param file the name of the source; empty for a query
 * @param row the line, starting at 1
 * @param column the column, starting at 1, in characters (code points), as OPA counts
 * @param offset the index of the first UTF-16 unit in the source, starting at 0
 * @param length the number of UTF-16 units
 */
public record RegoLocation(String file, int row, int column, int offset, int length) {

  /** Returns {@code file:row:column}, or {@code row:column} without a file. */
  @Override
  public String toString() {
    String place = row + ":" + column;
    return file.isEmpty() ? place : file + ":" + place;
  }
}
