package dev.seaworthy.rules.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.source.Discovery;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Position;
import dev.seaworthy.source.Rendering;
import dev.seaworthy.source.Span;
import dev.seaworthy.source.UnreadValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnusedChartValueTest {

  @Test
  void tellsEachValueThatNothingReadsAndWhatMayBeMeant() {
    List<Finding> findings =
        findings(
            new UnreadValue("image", at(3), Optional.empty()),
            new UnreadValue("securityContex", at(7), Optional.of("securityContext")));

    assertThat(findings)
        .extracting(Finding::toString)
        .containsExactly(
            "web/values.yaml:3:1: low[unused-chart-value]: value 'image' is read by no template",
            "web/values.yaml:7:1: low[unused-chart-value]: value 'securityContex' is read by no"
                + " template: did you mean 'securityContext'?");
    assertThat(findings).allMatch(finding -> finding.object().isEmpty());
  }

  @Test
  void isSilentWhereAllValuesAreRead() {
    assertThat(findings()).isEmpty();
  }

  private static Location at(int line) {
    return Location.exact(
        "web/values.yaml", new Span(new Position(line, 1), new Position(line, 6)));
  }

  private static List<Finding> findings(UnreadValue... unread) {
    Rendering chart =
        new Rendering("web", List.of("default"), List.of(), List.of(), Map.of(), List.of(unread));
    return Analyzer.builder()
        .rules(List.of(new UnusedChartValue()))
        .build()
        .analyze(new Discovery(List.of(), List.of(chart), List.of(), List.of()))
        .findings();
  }
}
