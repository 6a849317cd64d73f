package dev.seaworthy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.Workload;
import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.Reach;
import dev.seaworthy.reach.Verdict;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.ReachRule;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.source.Discovery;
import dev.seaworthy.source.FieldTrace;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Position;
import dev.seaworthy.source.Precision;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.RelatedPlace;
import dev.seaworthy.source.RenderedText;
import dev.seaworthy.source.Rendering;
import dev.seaworthy.source.Source;
import dev.seaworthy.source.SourceMap;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How far workloads lead, as results tell it. */
class WorkloadReachTest {

  private static final String PRIVILEGED =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
          - name: app
            image: app
            securityContext:
              privileged: true
      """;
  private static final String CONTAINED =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: small}
      spec:
        automountServiceAccountToken: false
        securityContext: {runAsNonRoot: true, runAsUser: 1000}
        containers:
          - name: app
            image: app
            securityContext:
              allowPrivilegeEscalation: false
              capabilities: {drop: [ALL]}
              seccompProfile: {type: RuntimeDefault}
      """;

  private static final Rule ASKS = rule("asks", (workload, reach, violations) -> {});

  @FunctionalInterface
  private interface Check {
    void check(Workload workload, Reach reach, Violations violations);
  }

  private record Asking(RuleMetadata metadata, Check judgement) implements ReachRule {
    @Override
    public void check(Workload workload, Reach reach, Violations violations) {
      judgement.check(workload, reach, violations);
    }
  }

  private static Rule rule(String id, Check check) {
    return new Asking(AdHocRule.metadata(id).build(), check);
  }

  private static AnalysisResult analyse(List<Rule> rules, Source... sources) {
    return analyzer(rules).build().analyze(sources);
  }

  private static Analyzer.Builder analyzer(List<Rule> rules) {
    return Analyzer.builder().rules(rules).parallelism(1);
  }

  @Test
  void everyWorkloadHasOneAndTheFurthestComesFirst() {
    List<WorkloadReach> reach =
        analyse(
                List.of(ASKS),
                Source.of("a.yaml", CONTAINED),
                Source.of("b.yaml", PRIVILEGED),
                Source.of("c.yaml", "{apiVersion: v1, kind: Service, metadata: {name: web}}"))
            .reach();

    assertThat(reach)
        .extracting(each -> each.object() + " " + each.verdict() + " " + each.location())
        .containsExactly("Pod web takes-the-node b.yaml:4:1", "Pod small contained a.yaml:4:1");
    assertThat(reach).extracting(WorkloadReach::path).containsOnly("spec");
    assertThat(reach).extracting(WorkloadReach::scenarios).containsOnly(Scenarios.NONE);
  }

  @Test
  void stepsCutAndAssumptionsHavePlacesAndReasons() {
    WorkloadReach web = analyse(List.of(ASKS), Source.of("b.yaml", PRIVILEGED)).reach().get(0);

    assertThat(web.steps()).isNotEmpty();
    ReachStep last = web.steps().get(web.steps().size() - 1);
    assertThat(last.edge().to().verdict()).isEqualTo(Verdict.TAKES_NODE);
    assertThat(last.location()).hasToString("b.yaml:9:21");
    assertThat(web.cut())
        .first()
        .satisfies(
            cut -> {
              assertThat(cut.object()).isEqualTo(web.object());
              assertThat(cut.path()).isEqualTo("spec.containers[0].securityContext.privileged");
              assertThat(cut.value()).contains("false");
              assertThat(cut.location()).hasToString("b.yaml:9:21");
            });
    assertThat(web.assumptions())
        .contains(
            new ReachAssumption(
                Assumption.IMAGE_USER, Assumption.IMAGE_USER.text(ClusterProfile.DEFAULT)));
  }

  @Test
  void nothingIsLookedAtUnlessARuleWantsToKnow() {
    AnalysisResult result =
        analyse(List.of(AdHocRule.at("kind", "kind")), Source.of("b.yaml", PRIVILEGED));

    assertThat(result.findings()).hasSize(1);
    assertThat(result.reach()).isEmpty();
    assertThat(
            analyzer(List.of(ASKS))
                .selection(RuleSelection.of(Profile.NONE))
                .build()
                .analyze(Source.of("b.yaml", PRIVILEGED))
                .reach())
        .isEmpty();
  }

  @Test
  void allRulesGetTheSame() {
    List<Reach> seen = new ArrayList<>();
    Check remember = (workload, reach, violations) -> seen.add(reach);

    analyse(
        List.of(rule("one", remember), rule("other", remember)), Source.of("b.yaml", PRIVILEGED));

    assertThat(seen).hasSize(2);
    assertThat(seen.get(0)).isSameAs(seen.get(1));
  }

  @Test
  void whatARuleReportsIsAFinding() {
    Rule rule =
        rule(
            "tells",
            (workload, reach, violations) ->
                violations.report(reach.path().get(0).field(), reach.verdict().label()));

    assertThat(analyse(List.of(rule), Source.of("b.yaml", PRIVILEGED)).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message()).isEqualTo("takes the node");
              assertThat(finding.object()).hasValueSatisfying(pod -> pod.name().equals("web"));
            });
  }

  @Test
  void aPatchHasNone() {
    AnalysisResult result =
        analyse(
            List.of(ASKS),
            Source.of("patch.yaml", PRIVILEGED),
            Source.of("kustomization.yaml", "patches: [{path: patch.yaml}]"));

    assertThat(result.reach()).isEmpty();
  }

  @Test
  void aRuleThatCrashesTakesNothingFromTheOthers() {
    Rule crashing =
        rule(
            "crashing",
            (workload, reach, violations) -> {
              throw new IllegalStateException("no such luck");
            });
    Rule telling =
        rule(
            "telling",
            (workload, reach, violations) -> violations.report(workload.spec(), "it is wrong"));

    AnalysisResult result = analyse(List.of(crashing, telling), Source.of("b.yaml", PRIVILEGED));

    assertThat(result.findings()).hasSize(1);
    assertThat(result.reach()).hasSize(1);
    assertThat(result.problems())
        .extracting(Problem::message)
        .containsExactly(
            "rule 'crashing' crashed on 'Pod web': java.lang.IllegalStateException: no such luck");
  }

  @Test
  void whatTakesTooLongIsAProblemAndTheRestGoesOn() {
    Limits few = new Limits(1 << 20, Limits.DEFAULT.yaml(), 3, Limits.DEFAULT.maxFindingsPerRule());

    AnalysisResult result =
        analyzer(List.of(ASKS, AdHocRule.at("kind", "kind")))
            .limits(few)
            .build()
            .analyze(Source.of("b.yaml", PRIVILEGED));

    assertThat(result.reach()).isEmpty();
    assertThat(result.findings()).extracting(Finding::ruleId).containsExactly("kind");
    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(ProblemKind.RULE_LIMIT);
              assertThat(problem.message())
                  .isEqualTo("reach gave up after 3 look-ups on 'Pod web'");
              assertThat(problem.file()).contains("b.yaml");
            });
  }

  @Test
  void isTheSameOnAnyNumberOfThreads() {
    Source[] sources = {
      Source.of("a.yaml", CONTAINED), Source.of("b.yaml", PRIVILEGED),
      Source.of("c.yaml", PRIVILEGED), Source.of("d.yaml", CONTAINED)
    };
    List<WorkloadReach> alone = analyzer(List.of(ASKS)).build().analyze(sources).reach();

    assertThat(alone).hasSize(4);
    assertThat(analyzer(List.of(ASKS)).parallelism(4).build().analyze(sources).reach())
        .isEqualTo(alone);
  }

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
        rule(
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
            analyzer(List.of(ways))
                .build()
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

  private static AnalysisResult analyse(Rendering... renderings) {
    return analyzer(List.of(ASKS))
        .build()
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
