package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Field;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.List;
import java.util.Optional;

/** Probes and hooks of a container that runs on, and what each cannot ask for. */
final class LifecycleFaults {

  private static final long DEFAULT_GRACE = 30;
  private static final String GRACE = "terminationGracePeriodSeconds";

  private final Container container;
  private final Violations violations;

  LifecycleFaults(Container container, Violations violations) {
    this.container = container;
    this.violations = violations;
  }

  void check() {
    for (String name : List.of("livenessProbe", "startupProbe")) {
      Field threshold = container.field().get(name).get("successThreshold");
      // 0 stands for the default
      if (threshold.integer().filter(number -> number > 1).isPresent()) {
        violations.report(
            threshold, "'successThreshold' " + threshold.text() + " of a '" + name + "' must be 1");
      }
    }
    Field grace = container.field().get("readinessProbe", GRACE);
    if (grace.integer().isPresent()) {
      violations.report(
          grace, "a 'readinessProbe' ends no container, so it has no '" + GRACE + "'");
    }
    for (String hook : List.of("postStart", "preStop")) {
      checkSleep(container.field().get("lifecycle", hook, "sleep", "seconds"), hook);
    }
  }

  private void checkSleep(Field seconds, String hook) {
    Field grace = container.workload().spec().get(GRACE);
    Optional<Long> given = grace.isPresent() ? grace.integer() : Optional.of(DEFAULT_GRACE);
    // older servers drop the hook; what is negative counts as a second
    boolean known = container.workload().cluster().version().isAtLeast(1, 30);
    if (!known || given.isEmpty() || seconds.integer().isEmpty()) {
      return;
    }
    long allowed = given.get() < 0 ? 1 : given.get();
    long asked = seconds.integer().get();
    if (asked < 0 || asked > allowed) {
      violations.report(
          Violation.at(
                  seconds,
                  "'"
                      + hook
                      + "' of "
                      + container
                      + " sleeps "
                      + asked
                      + " seconds, and 0 to "
                      + allowed
                      + " are allowed by '"
                      + GRACE
                      + "'")
              .with(grace, grace.isPresent() ? "this is the grace period" : "it is the default"));
    }
  }
}
