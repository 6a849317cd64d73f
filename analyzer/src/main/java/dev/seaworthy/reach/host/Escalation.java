package dev.seaworthy.reach.host;

import dev.seaworthy.model.ContainerSecurity;

/** Whether processes may gain privileges that their parents do not have. */
final class Escalation {

  private Escalation() {}

  static boolean isPossible(ContainerSecurity security) {
    return isForced(security) || !security.allowPrivilegeEscalation().is(false);
  }

  /**
   * Whether 'allowPrivilegeEscalation: false' cannot be had: the API server refuses it beside
   * either.
   */
  static boolean isForced(ContainerSecurity security) {
    return security.privileged().is(true)
        || security.capabilities().added().stream()
            .anyMatch(capability -> capability.name().equals("SYS_ADMIN"));
  }
}
