package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.rule.Violations;
import java.util.List;

/**
 * What an autoscaler wants a metric to be.
 *
 * @param metric the type of the metric
 * @param field the target
 * @param values the fields of which it needs one
 * @param single whether it takes one of them only
 */
record MetricTarget(String metric, Field field, OneOf values, boolean single) {

  private static final String UTILIZATION = "averageUtilization";
  private static final String AVERAGE = "averageValue";
  private static final String VALUE = "value";
  private static final List<String> ALL = List.of("type", UTILIZATION, AVERAGE, VALUE);

  static MetricTarget of(String metric, Field field) {
    return switch (metric) {
      case "Pods" -> new MetricTarget(metric, field, OneOf.of(AVERAGE), false);
      case "Object" -> new MetricTarget(metric, field, OneOf.of(VALUE, AVERAGE), false);
      case "External" -> new MetricTarget(metric, field, OneOf.of(VALUE, AVERAGE), true);
      default -> new MetricTarget(metric, field, OneOf.of(UTILIZATION, AVERAGE), true);
    };
  }

  void check(Violations violations) {
    int given = values.in(field).size();
    if (given == 0 || given > 1 && single) {
      values.check(field, "the target of a metric of type '" + metric + "'", ALL, violations);
    }
    for (Field value : List.of(field.get(VALUE), field.get(AVERAGE))) {
      boolean positive =
          Quantity.of(value)
              .flatMap(Quantity::value)
              .filter(amount -> amount.signum() <= 0)
              .isEmpty();
      if (!positive) {
        violations.report(
            value, "'" + value.path().name() + "' '" + value.text() + "' is not more than nothing");
      }
    }
    Field utilization = field.get(UTILIZATION);
    if (utilization.integer().filter(percent -> percent < 1).isPresent()) {
      violations.report(utilization, "'averageUtilization' " + utilization.text() + " is below 1");
    }
  }
}
