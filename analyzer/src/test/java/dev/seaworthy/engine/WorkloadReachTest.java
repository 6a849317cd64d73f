package dev.seaworthy.engine;

import static dev.seaworthy.engine.AskingRule.CONTAINED;
import static dev.seaworthy.engine.AskingRule.PRIVILEGED;
import static dev.seaworthy.engine.AskingRule.asking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.Reach;
import dev.seaworthy.reach.Verdict;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far workloads lead, as results tell it. */
class WorkloadReachTest {

  private static final Rule ASKS = asking("asks", (workload, reach, violations) -> {});

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
    AskingRule.Check remember = (workload, reach, violations) -> seen.add(reach);

    analyse(
        List.of(asking("one", remember), asking("other", remember)),
        Source.of("b.yaml", PRIVILEGED));

    assertThat(seen).hasSize(2);
    assertThat(seen.get(0)).isSameAs(seen.get(1));
  }

  @Test
  void whatARuleReportsIsAFinding() {
    Rule rule =
        asking(
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
        asking(
            "crashing",
            (workload, reach, violations) -> {
              throw new IllegalStateException("no such luck");
            });
    Rule telling =
        asking(
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
}
