package dev.seaworthy.report;

import static dev.seaworthy.report.Ways.CONTAINED;
import static dev.seaworthy.report.Ways.PRIVILEGED;
import static dev.seaworthy.report.Ways.SECRETS;
import static dev.seaworthy.report.Ways.analyse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.ReachCut;
import dev.seaworthy.engine.Scenarios;
import dev.seaworthy.engine.WorkloadReach;
import dev.seaworthy.source.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The table of the workloads that reach furthest. */
class TextReachTest {

  private static String text(AnalysisResult result, boolean colour) {
    TextOptions options = new TextOptions(colour, TextOptions.Verbosity.NORMAL, Optional.empty());
    return Samples.written(new TextReport(options, SourceLines.NONE), result);
  }

  private static List<String> lines(AnalysisResult result) {
    return text(result, false)
        .lines()
        .dropWhile(line -> !line.startsWith("what reaches furthest"))
        .toList();
  }

  @Test
  void textEndsWithWhatReachesFurthest() {
    AnalysisResult result =
        analyse(
            Source.of("a.yaml", CONTAINED),
            Source.of("deploy/web.yaml", PRIVILEGED),
            Source.of("rbac.yaml", SECRETS));

    ReachCut first = result.reach().get(0).cut().get(0);
    String line = "rbac.yaml:" + first.location().span().start().line();
    assertThat(lines(result))
        .startsWith(
            "what reaches furthest, and what to change first:",
            "  takes the cluster  Pod prod/reader  "
                + String.format("%-18s  ", line)
                + first.message(),
            "  takes the node     Pod prod/web     deploy/web.yaml:11  set 'privileged' to 'false'",
            "")
        .hasSize(5);
    assertThat(text(result, true))
        .contains(Style.CRITICAL.on() + "takes the cluster" + Style.CRITICAL.off())
        .contains(Style.HIGH.on() + "takes the node" + Style.HIGH.off());
  }

  @Test
  void textShowsAWorkloadOfSeveralScenariosOnce() {
    WorkloadReach pod = analyse(PRIVILEGED).reach().get(0);
    WorkloadReach other = analyse(PRIVILEGED.replace("web", "small-web")).reach().get(0);

    assertThat(table(in(pod, "default"), in(other, "small"))).hasSize(2);
    assertThat(table(in(pod, "default"), in(other, "default"))).hasSize(3);
    assertThat(table(pod, other)).hasSize(3);
  }

  private static WorkloadReach in(WorkloadReach reach, String scenario) {
    return new WorkloadReach(
        reach.object(),
        reach.path(),
        reach.location(),
        reach.verdict(),
        reach.steps(),
        reach.cut(),
        reach.assumptions(),
        reach.unknown(),
        reach.refusal(),
        new Scenarios(List.of(scenario), false));
  }

  private static List<String> table(WorkloadReach... reach) {
    return new TextReach(
            new AnalysisResult(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(reach)),
            false)
        .toString()
        .lines()
        .filter(line -> !line.isEmpty())
        .toList();
  }

  @Test
  void textHasNoTableWhereNothingReachesFar() {
    assertThat(text(analyse(CONTAINED), false)).doesNotContain("furthest");
  }

  @Test
  void textLeavesOutWhatSomebodyAccepted() {
    String accepted = PRIVILEGED.replace("true}", "true} # seaworthy: ignore[way-out] has to");
    AnalysisResult result = analyse(Source.of("a.yaml", accepted), Source.of("b.yaml", PRIVILEGED));

    assertThat(result.reach()).hasSize(2);
    assertThat(result.suppressed()).hasSize(1);
    assertThat(lines(result))
        .filteredOn(line -> line.startsWith("  takes the node"))
        .singleElement()
        .asString()
        .contains("b.yaml:11");
    assertThat(lines(analyse(accepted))).isEmpty();
  }

  @Test
  void textShowsTenAndCountsTheOthers() {
    Source[] sources =
        IntStream.range(0, 13)
            .mapToObj(i -> Source.of("pod" + i + ".yaml", PRIVILEGED))
            .toArray(Source[]::new);

    assertThat(lines(analyse(sources))).hasSize(14).contains("  and 3 more");
  }

  @Test
  void namesAreHarmlessAndBounded() {
    String hostile = "\"\\e[31m" + "x".repeat(500) + "\"";
    AnalysisResult result =
        analyse(
            Source.of(
                "\u001b[2J/" + "y".repeat(500) + ".yaml", PRIVILEGED.replace("web", hostile)));

    List<String> table = lines(result);
    assertThat(table.get(1)).doesNotContain("\u001b").contains("␛[31mxxx").contains("...");
    assertThat(table.get(1).length()).isLessThan(200);
    assertThat(table.get(1)).contains("yyy.yaml:11");
  }
}
