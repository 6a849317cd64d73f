package dev.seaworthy.helm.chart;

import java.nio.charset.StandardCharsets;

/**
 * A file in a copy of a chart.
 *
 * @param path its path in its chart, with {@code /}
 * @param content its bytes; the array is not copied and must not change
 */
public record CopiedFile(String path, byte[] content) {

  public CopiedFile(String path, String text) {
    this(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file as it is. */
  public static CopiedFile of(ChartFile file) {
    return new CopiedFile(file.path(), file.content());
  }
}
