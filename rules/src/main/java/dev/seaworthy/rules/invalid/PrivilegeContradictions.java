package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Capability;
import dev.seaworthy.model.Container;
import dev.seaworthy.model.ContainerSecurity;
import dev.seaworthy.model.Setting;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;

/** Privileges of a container that contradict each other. */
final class PrivilegeContradictions {

  /** The one spelling that the API server looks for, though the runtime wants the other. */
  private static final String SYS_ADMIN = "CAP_SYS_ADMIN";

  private static final String UNMASKED = "Unmasked";

  private PrivilegeContradictions() {}

  static void check(Container container, Violations violations) {
    ContainerSecurity security = container.security();
    if (security.allowPrivilegeEscalation().is(false)) {
      checkEscalation(container, violations);
    }
    // older servers drop the field
    if (container.workload().cluster().version().isAtLeast(1, 33)) {
      checkProcMount(container, violations);
    }
  }

  private static void checkEscalation(Container container, Violations violations) {
    ContainerSecurity security = container.security();
    String cannot = ", so 'allowPrivilegeEscalation' cannot be false";
    Violation.Related related =
        new Violation.Related(
            security.allowPrivilegeEscalation().field(),
            "'allowPrivilegeEscalation' is false here");
    if (security.privileged().is(true)) {
      violations.report(
          Violation.at(security.privileged().field(), container + " is privileged" + cannot)
              .with(related.field(), related.message()));
    }
    for (Capability added : security.capabilities().added()) {
      if (added.written().equals(SYS_ADMIN)) {
        violations.report(
            Violation.at(added.field(), container + " adds '" + SYS_ADMIN + "'" + cannot)
                .with(related.field(), related.message()));
      }
    }
  }

  private static void checkProcMount(Container container, Violations violations) {
    Setting<String> procMount = container.security().procMount();
    if (procMount.is(UNMASKED) && !container.workload().security().hostUsers().is(false)) {
      violations.report(
          procMount.field(), "'procMount' 'Unmasked' of " + container + " needs 'hostUsers' false");
    }
  }
}
