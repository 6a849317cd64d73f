package dev.seaworthy.engine;

import static dev.seaworthy.engine.AskingRule.PRIVILEGED;
import static dev.seaworthy.engine.AskingRule.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seaworthy.reach.Verdict;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.source.Discovery;
import dev.seaworthy.source.FieldTrace;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Position;
import dev.seaworthy.source.Precision;
import dev.seaworthy.source.RelatedPlace;
import dev.seaworthy.source.RenderedText;
import dev.seaworthy.source.Rendering;
import dev.seaworthy.source.SourceMap;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How far the workloads of rendered charts lead, as results tell it. */
class RenderedReachTest {

  private static final Rule ASKS = asking("asks", (workload, reach, violations) -> {});

  @Test
  void whatScenariosOfAChartShareIsOne() {
    RenderedText privileged = text(PRIVILEGED, "default", "small");
    RenderedText again = text(PRIVILEGED.replace("image: app", "image: app:2"), "other");
    RenderedText changed = text(PRIVILEGED.replace("privileged: true", "runAsUser: 0"), "last");
    List<String> scenarios = List.of("default", "small", "other", "last");

    List<WorkloadReach> reach =
        analyse(rendering("chart", scenarios, privileged, again, changed)).reach();

    assertThat(reach)
        .extracting(WorkloadReach::verdict, WorkloadReach::scenarios)
        .containsExactly(
            tuple(Verdict.TAKES_NODE, new Scenarios(List.of("default", "small", "other"), false)),
            tuple(Verdict.ROOT_IN_CONTAINER, new Scenarios(List.of("last"), false)));
    assertThat(analyse(rendering("chart", List.of("default", "small"), privileged)).reach())
        .extracting(WorkloadReach::scenarios)
        .containsExactly(new Scenarios(List.of("default", "small"), true));
  }

  @Test
  void aFindingOfSeveralScenariosKeepsTheWayOfTheFirst() {
    Rule ways =
        asking(
            "ways",
            (workload, reach, violations) -> {
              Violation violation =
                  Violation.at(workload.spec(), "there is a way")
                      .with(workload.object().root(), reach.verdict().label());
              for (int i = 0; i < reach.path().size(); i++) {
                violation = violation.withStep(i + 1, reach.path().get(i).field(), "step");
              }
              violations.report(violation);
            });
    RenderedText two = text(PRIVILEGED, "default");
    RenderedText one = text(PRIVILEGED.replace("privileged: true", "runAsUser: 0"), "small");
    Rendering chart = rendering("chart", List.of("default", "small"), two, one);

    assertThat(
            analyzer(ways)
                .analyze(new Discovery(List.of(), List.of(chart), List.of(), List.of()))
                .findings())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.related())
                    .extracting(place -> place.step().orElse(0), RelatedPlace::message)
                    .containsExactly(
                        tuple(0, "takes the node"),
                        tuple(1, "step"),
                        tuple(2, "step"),
                        tuple(0, "root in the container")));
  }

  @Test
  void whatTwoChartsShareIsOne() {
    RenderedText pod = text(PRIVILEGED, "default");
    List<String> scenarios = List.of("default");

    assertThat(
            analyse(rendering("one", scenarios, pod), rendering("other", scenarios, pod)).reach())
        .hasSize(1);
  }

  private static Analyzer analyzer(Rule rule) {
    return Analyzer.builder().rules(List.of(rule)).parallelism(1).build();
  }

  private static AnalysisResult analyse(Rendering... renderings) {
    return analyzer(ASKS)
        .analyze(new Discovery(List.of(), List.of(renderings), List.of(), List.of()));
  }

  private static Rendering rendering(String name, List<String> scenarios, RenderedText... texts) {
    return new Rendering(name, scenarios, List.of(texts), List.of(), Map.of());
  }

  private static RenderedText text(String text, String... scenarios) {
    return new RenderedText(
        new SourceText("chart/templates/pod.yaml", text, new Lines(text)), List.of(scenarios));
  }

  /** Each line of the text was made by the same line of a template. */
  private record Lines(String text) implements SourceMap {

    @Override
    public Location locate(int start, int end) {
      Position at = new SourceText("", text).position(start);
      return new Location("chart/templates/pod.yaml", new Span(at, at), Precision.TEMPLATE);
    }

    @Override
    public List<RelatedPlace> related(FieldTrace field) {
      return List.of();
    }

    @Override
    public boolean covers(String file, int line) {
      return true;
    }
  }
}
