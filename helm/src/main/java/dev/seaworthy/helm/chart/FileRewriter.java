package dev.seaworthy.helm.chart;

import java.util.List;

/** Decides what stands in a copy of a chart in place of a file. */
@FunctionalInterface
public interface FileRewriter {

  /**
   * What stands in place of a file: the file itself, others beside it, or nothing.
   *
   * @param chart the chart that the file belongs to, which may be a dependency
   * @param file the file
   */
  List<CopiedFile> rewrite(Chart chart, ChartFile file);
}
