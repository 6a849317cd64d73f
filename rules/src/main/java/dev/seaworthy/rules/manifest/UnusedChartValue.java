package dev.seaworthy.rules.manifest;

import dev.seaworthy.rule.ChartRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.source.Rendering;
import dev.seaworthy.source.UnreadValue;

/** Flags values that are set for a chart and that nothing in it reads. */
public final class UnusedChartValue implements ChartRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("unused-chart-value", "value of a chart has no effect")
          .severity(Severity.LOW)
          .category("manifest")
          .remediation("Correct the key, or remove it.")
          .references("https://helm.sh/docs/chart_template_guide/values_files/")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Rendering chart, Report report) {
    for (UnreadValue value : chart.unread()) {
      String guess = value.nearest().map(nearest -> ": did you mean '" + nearest + "'?").orElse("");
      report.add(value.location(), "value '" + value.key() + "' is read by no template" + guess);
    }
  }
}
