package dev.seaworthy.helm;

import dev.seaworthy.helm.chart.Chart;
import dev.seaworthy.helm.chart.ChartFile;
import dev.seaworthy.helm.render.HelmEngine;
import dev.seaworthy.helm.render.Refusal;
import dev.seaworthy.helm.render.RefusalReader;
import dev.seaworthy.helm.render.RenderRequest;
import dev.seaworthy.helm.render.RenderResult;
import dev.seaworthy.helm.render.TemplatePlace;
import dev.seaworthy.source.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Renders a chart for one scenario. Where Helm refuses, that is told, and as little as possible is
 * left out until it renders the rest.
 */
final class ScenarioRenderer {

  /** How often something is left out at most. */
  private static final int MAX_REFUSALS = 40;

  private final Chart chart;
  private final Workspace workspace;
  private final HelmEngine engine;
  private final RenderProblems problems;
  private final List<Problem> found = new ArrayList<>();
  private final EndlessTemplates search;
  private final Set<String> endless = new TreeSet<>();
  private Degradation degradation;
  private boolean both;
  private boolean given;

  /**
   * @param degradation what is known to have to be left out
   * @param search finds templates that never end
   * @param problems says what goes wrong in this scenario
   */
  ScenarioRenderer(
      Chart chart,
      Degradation degradation,
      Workspace workspace,
      HelmEngine engine,
      EndlessTemplates search,
      RenderProblems problems) {
    this.chart = chart;
    this.degradation = degradation;
    this.search = search;
    this.workspace = workspace;
    this.engine = engine;
    this.problems = problems;
    this.both = workspace.isRepeatable() && degradation.equals(Degradation.NONE);
  }

  /**
   * What came of a scenario.
   *
   * @param output what the templates rendered to; empty if nothing could be rendered
   * @param degradation what was left out
   * @param problems why
   * @param ended whether the engine gave no answer, so that it is in vain to ask again
   */
  record Rendered(
      Optional<EngineOutput> output,
      Degradation degradation,
      List<Problem> problems,
      boolean ended) {}

  /** Renders the chart as it is, as far as that goes. */
  Rendered render(RenderRequest request) throws IOException {
    int refusals = 0;
    while (!given && refusals < MAX_REFUSALS) {
      Path copy = both ? workspace.both(degradation) : workspace.plain(degradation);
      RenderResult result = engine.render(request.withChart(copy));
      if (result instanceof RenderResult.Rendered rendered) {
        EngineOutput output = EngineOutput.read(rendered.output());
        if (both && BundledTemplates.isNamedIn(output.plain().values())) {
          both = false;
          continue;
        }
        return rendered(Optional.of(output));
      }
      if (result instanceof RenderResult.Failed failed) {
        unanswered(request, failed);
        continue;
      }
      if (both) {
        both = false;
      } else {
        refused(request, ((RenderResult.Refused) result).message());
        refusals++;
      }
    }
    if (!given) {
      found.add(problems.gaveUp(refusals));
    }
    return rendered(Optional.empty());
  }

  /** Leaves out what the engine gives no answer to, or gives up. */
  private void unanswered(RenderRequest request, RenderResult.Failed failed) throws IOException {
    both = false;
    boolean look = endless.isEmpty() && EndlessTemplates.mayHaveCaused(failed);
    endless.addAll(look ? search.find(request, degradation) : Set.of());
    given = !look || endless.isEmpty();
    if (given) {
      found.add(problems.failed(failed));
    } else {
      endless.forEach(template -> found.add(problems.failed(template, failed)));
    }
    degradation = degradation.without(endless);
  }

  /** The templates that the engine gave no answer to. */
  Set<String> endless() {
    return endless;
  }

  private Rendered rendered(Optional<EngineOutput> output) {
    return new Rendered(output, degradation, List.copyOf(found), given && output.isEmpty());
  }

  /** Asks for Helm's own words about the chart as it was written, and leaves something out. */
  private void refused(RenderRequest request, String message) throws IOException {
    RenderResult original = engine.render(request.withChart(workspace.original(degradation)));
    String said = original instanceof RenderResult.Refused refused ? refused.message() : message;
    Refusal refusal = RefusalReader.read(said);
    Refusal wrapped = RefusalReader.read(message);
    found.addAll(problems.refused(refusal));
    Degradation next = next(refusal, wrapped);
    given = next.equals(degradation);
    degradation = next;
  }

  private Degradation next(Refusal refusal, Refusal wrapped) {
    return switch (wrapped.kind()) {
      case SCHEMA -> degradation.withoutSchemas();
      case KUBE_VERSION -> degradation.forAnyKubernetes();
      case FAIL -> degradation.lenient() ? without(refusal, wrapped) : degradation.leniently();
      default -> without(refusal, wrapped);
    };
  }

  /** Without the template that is blamed: the one that the engine renders, not what it includes. */
  private Degradation without(Refusal refusal, Refusal wrapped) {
    return outermost(wrapped)
        .or(() -> outermost(refusal))
        .map(TemplatePlace::template)
        .map(TemplateWrapper::templatePath)
        .flatMap(chart::resolve)
        .map(ChartFile::label)
        .map(label -> degradation.without(Set.of(label)))
        .orElse(degradation);
  }

  private static Optional<TemplatePlace> outermost(Refusal refusal) {
    int around = refusal.includedFrom().size();
    return around == 0 ? refusal.place() : Optional.of(refusal.includedFrom().get(around - 1));
  }

  /** What the templates render to with marks, as far as the engine goes along. */
  Map<String, String> marked(RenderRequest request, Rendered rendered) throws IOException {
    if (both) {
      return rendered.output().orElseThrow().marked();
    }
    Path copy = workspace.marked(rendered.degradation());
    RenderResult result = engine.render(request.withChart(copy));
    return result instanceof RenderResult.Rendered marked
        ? EngineOutput.read(marked.output()).marked()
        : Map.of();
  }
}
