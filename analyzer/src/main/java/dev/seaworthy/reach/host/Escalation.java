package dev.seaworthy.reach.host;

import dev.seaworthy.model.ContainerSecurity;
import dev.seaworthy.reach.Change;
import java.util.ArrayList;
import java.util.List;

/** Whether processes may gain privileges that their parents do not have. */
final class Escalation {

  private Escalation() {}

  /**
   * Why they may: the changes that each do away with one of the reasons. Beside 'privileged' and
   * SYS_ADMIN the API server refuses 'allowPrivilegeEscalation: false'.
   */
  static List<Change> reasons(ContainerSecurity security) {
    List<Change> reasons = new ArrayList<>();
    if (!security.allowPrivilegeEscalation().is(false)) {
      reasons.add(Change.set(security.allowPrivilegeEscalation().field(), "false"));
    }
    if (security.privileged().is(true)) {
      reasons.add(Change.set(security.privileged().field(), "false"));
    }
    security.capabilities().added().stream()
        .filter(capability -> capability.name().equals("SYS_ADMIN"))
        .map(capability -> Change.remove(capability.field(), "remove capability 'SYS_ADMIN'"))
        .forEach(reasons::add);
    return reasons;
  }
}
