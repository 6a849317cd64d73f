package dev.seaworthy.helm;

import dev.seaworthy.helm.chart.ChartFile;
import dev.seaworthy.helm.render.HelmEngine;
import dev.seaworthy.helm.render.RenderRequest;
import dev.seaworthy.helm.render.RenderResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the templates to which the engine gives no answer within its bounds, by rendering each of
 * them alone.
 */
final class EndlessTemplates {

  /** Each costs the engine all the time it is given. */
  private static final int MAX_FOUND = 3;

  /** What a template can bring about, and not the engine alone. */
  private static final Set<RenderResult.Reason> BOUNDS =
      EnumSet.of(RenderResult.Reason.TIME, RenderResult.Reason.MEMORY, RenderResult.Reason.OUTPUT);

  private final List<ChartFile> templates;
  private final Workspace workspace;
  private final HelmEngine engine;

  /**
   * @param templates the templates that are rendered, those of dependencies too
   */
  EndlessTemplates(List<ChartFile> templates, Workspace workspace, HelmEngine engine) {
    this.templates = List.copyOf(templates);
    this.workspace = workspace;
    this.engine = engine;
  }

  /** Whether it makes sense to look for them. */
  static boolean mayHaveCaused(RenderResult.Failed failed) {
    return BOUNDS.contains(failed.reason());
  }

  /**
   * The labels of those that are found; there may be more.
   *
   * @param degradation what is left out anyway
   */
  Set<String> find(RenderRequest request, Degradation degradation) throws IOException {
    Set<String> all = templates.stream().map(ChartFile::label).collect(Collectors.toSet());
    Set<String> found = new TreeSet<>();
    for (ChartFile template : templates) {
      if (found.size() == MAX_FOUND) {
        break;
      }
      Set<String> others = new HashSet<>(all);
      others.remove(template.label());
      Path copy = workspace.plain(degradation.without(others));
      if (engine.render(request.withChart(copy)) instanceof RenderResult.Failed) {
        found.add(template.label());
      }
    }
    return found;
  }
}
