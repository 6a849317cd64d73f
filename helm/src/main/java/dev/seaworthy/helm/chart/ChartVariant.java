package dev.seaworthy.helm.chart;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How a copy differs from its chart. Immutable. */
public final class ChartVariant {

  /** No difference. */
  public static final ChartVariant PLAIN =
      new ChartVariant((chart, file) -> List.of(CopiedFile.of(file)), true, Set.of());

  private static final String SCHEMA = "values.schema.json";

  private final FileRewriter rewriter;
  private final boolean schemas;
  private final Set<ChartDependency> leftOut;

  private ChartVariant(FileRewriter rewriter, boolean schemas, Set<ChartDependency> leftOut) {
    this.rewriter = rewriter;
    this.schemas = schemas;
    this.leftOut = leftOut;
  }

  /** With other files in place of some, in the chart and its dependencies. */
  public ChartVariant rewriting(FileRewriter files) {
    return new ChartVariant(files, schemas, leftOut);
  }

  /** Without the {@code values.schema.json} of the chart and its dependencies. */
  public ChartVariant withoutSchemas() {
    return new ChartVariant(rewriter, false, leftOut);
  }

  /** Without these dependencies too: the copies of the charts do not declare them any more. */
  public ChartVariant without(Collection<ChartDependency> dependencies) {
    Set<ChartDependency> more = new HashSet<>(leftOut);
    more.addAll(dependencies);
    return new ChartVariant(rewriter, schemas, Set.copyOf(more));
  }

  /** The files that stand in place of one. */
  List<CopiedFile> filesFor(Chart chart, ChartFile file) {
    boolean isApplied = file.path().equals(HelmIgnore.FILE_NAME);
    if (isApplied || (!schemas && file.path().equals(SCHEMA))) {
      return List.of();
    }
    boolean declares =
        chart.metadata().dependencies().stream()
            .anyMatch(item -> leftOut.contains(item) && item.place().file().equals(file.label()));
    return rewriter.rewrite(chart, declares ? DependencyFilter.without(file, leftOut) : file);
  }

  /** Whether a chart in the {@code charts} folder is still used. */
  boolean keeps(Chart parent, Chart dependency) {
    List<ChartDependency> declared =
        parent.metadata().dependencies().stream()
            .filter(item -> item.name().equals(dependency.name()))
            .toList();
    return declared.isEmpty() || !leftOut.containsAll(declared);
  }
}
