package dev.seaworthy.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.Edge;
import dev.seaworthy.reach.Foothold;
import dev.seaworthy.reach.ReachAnalysis;
import dev.seaworthy.reach.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/reach.md} lists all that the code knows of reach. */
class ReachPageTest {

  @Test
  void pageShowsTheScaleTheAssumptionsAndTheSteps() {
    new GeneratedPage(GeneratedPage.DOCS.resolve("reach.md"))
        .checkGenerated(List.of(verdicts(), footholds(), assumptions(), edges()));
  }

  @Test
  void everyStepIsExplained() {
    assertThat(ReachAnalysis.edges()).extracting(Edge::id).doesNotHaveDuplicates();
    assertThat(ReachAnalysis.edges())
        .allSatisfy(
            edge -> {
              assertThat(edge.id()).matches("[a-z][a-z-]*[a-z]");
              assertThat(edge.title()).isNotBlank().doesNotEndWith(".");
              assertThat(edge.explanation()).isNotBlank().endsWith(".");
              assertThat(edge.reference()).startsWith("https://");
            });
  }

  private static String verdicts() {
    return table(
        "verdict | in results",
        Arrays.stream(Verdict.values())
            .map(verdict -> verdict.label() + " | `" + verdict.id() + "`")
            .toList());
  }

  private static String footholds() {
    return table(
        "foothold | in results | verdict on who has it",
        Arrays.stream(Foothold.values())
            .map(
                foothold ->
                    foothold.label()
                        + (" | `" + foothold.id() + "` | ")
                        + foothold.verdict().label())
            .toList());
  }

  /** By where they start and where they lead, in the order in which they are looked at. */
  private static String edges() {
    StringBuilder text = new StringBuilder("\n");
    for (Foothold from : Foothold.values()) {
      for (Foothold to : Foothold.values()) {
        List<Edge> edges =
            ReachAnalysis.edges().stream()
                .filter(edge -> edge.from() == from && edge.to() == to)
                .toList();
        if (!edges.isEmpty()) {
          text.append("### From " + from.label() + " to " + to.label() + "\n\n");
          edges.forEach(edge -> text.append(edge(edge)));
        }
      }
    }
    return text.toString();
  }

  private static String edge(Edge edge) {
    String assumptions =
        edge.assumptions().stream()
            .map(assumption -> "[`" + assumption + "`](#assumptions)")
            .collect(Collectors.joining(", "));
    return "#### "
        + edge.id()
        + ("\n\n**" + escaped(edge.title()) + ".**\n")
        + escaped(edge.explanation().strip())
        + (" [Reference](" + edge.reference() + ").")
        + (assumptions.isEmpty() ? "" : "\nMay assume: " + assumptions + ".")
        + "\n\n";
  }

  private static String assumptions() {
    return table(
        "name | key under `cluster:` | by default",
        Arrays.stream(Assumption.values())
            .map(
                assumption ->
                    ("`" + assumption + "` | ")
                        + assumption.setting().map(key -> "`" + key + "`").orElse("–")
                        + (" | " + escaped(assumption.text(ClusterProfile.DEFAULT))))
            .toList());
  }

  private static String table(String header, List<String> rows) {
    String line = "|" + "---|".repeat(header.split("\\|").length);
    return rows.stream()
        .map(row -> "| " + row + " |\n")
        .collect(Collectors.joining("", "\n| " + header + " |\n" + line + "\n", "\n"));
  }

  private static String escaped(String text) {
    return text.replace("*", "\\*").replace("<", "&lt;");
  }
}
