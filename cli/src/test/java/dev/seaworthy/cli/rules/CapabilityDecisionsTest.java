package dev.seaworthy.cli.rules;

import static dev.seaworthy.cli.rules.Scan.podWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Privilege escalation and capabilities, where tools disagree. */
class CapabilityDecisionsTest {

  private static final String CONTEXT = "spec.containers[0].securityContext.";
  private static final String DROP = CONTEXT + "capabilities.drop";
  private static final String ADD = CONTEXT + "capabilities.add";

  private static Scan capabilities() {
    return Scan.with(
        "capabilities-drop-all-missing",
        "dangerous-capability-added",
        "capability-added-outside-default-set",
        "capability-added-other-than-net-bind-service");
  }

  private static Scan escalation() {
    return Scan.with(
        "privileged-container", "privilege-escalation-not-disabled", "dangerous-capability-added");
  }

  @Test
  void t06EscalationUnset() {
    String finding = "privilege-escalation-not-disabled: " + CONTEXT + "allowPrivilegeEscalation";
    assertThat(escalation().reports(podWith("{}"))).containsExactly(finding);
    assertThat(escalation().reports(podWith("{allowPrivilegeEscalation: true}")))
        .containsExactly(finding);
    assertThat(escalation().reports(podWith("{allowPrivilegeEscalation: false}"))).isEmpty();
  }

  @Test
  void t07PrivilegedImpliesEscalation() {
    assertThat(escalation().reports(podWith("{privileged: true}")))
        .containsExactly("privileged-container: " + CONTEXT + "privileged");
    assertThat(escalation().reports(podWith("{capabilities: {add: [SYS_ADMIN]}}")))
        .containsExactlyInAnyOrder(
            "dangerous-capability-added: " + ADD + "[0]",
            "privilege-escalation-not-disabled: " + CONTEXT + "allowPrivilegeEscalation");
  }

  @Test
  void t08AllInLowerCase() {
    String manifest = podWith("{capabilities: {drop: [all]}}");
    assertThat(capabilities().reports(manifest))
        .containsExactly("capabilities-drop-all-missing: " + DROP + "[0]");
    assertThat(capabilities().messages(manifest))
        .singleElement()
        .asString()
        .contains("drops 'all', which Pod Security does not accept");
    assertThat(capabilities().reports(podWith("{capabilities: {drop: [ALL]}}"))).isEmpty();
  }

  @Test
  void t09CapabilitiesByOtherSpellings() {
    assertThat(
            capabilities()
                .reports(
                    podWith(
                        "{capabilities: {drop: [ALL], add: [CAP_SYS_ADMIN, sys_module, Net_Raw]}}")))
        .containsExactly(
            "dangerous-capability-added: " + ADD + "[0]",
            "dangerous-capability-added: " + ADD + "[1]",
            "dangerous-capability-added: " + ADD + "[2]");
  }

  @Test
  void t11AddedAfterDroppingAll() {
    assertThat(
            capabilities()
                .reports(
                    podWith(
                        "{capabilities: {drop: [ALL], add: [SYS_ADMIN, IPC_LOCK, CHOWN,"
                            + " NET_BIND_SERVICE]}}")))
        .containsExactly(
            "dangerous-capability-added: " + ADD + "[0]",
            "capability-added-outside-default-set: " + ADD + "[1]",
            "capability-added-other-than-net-bind-service: " + ADD + "[2]");
  }

  @Test
  void t12AllAdded() {
    for (String all : List.of("ALL", "all")) {
      assertThat(capabilities().reports(podWith("{capabilities: {add: [" + all + "]}}")))
          .containsExactlyInAnyOrder(
              "dangerous-capability-added: " + ADD + "[0]",
              "capabilities-drop-all-missing: " + DROP);
    }
    assertThat(capabilities().reports(podWith("{capabilities: {drop: [ALL], add: [ALL]}}")))
        .isEmpty();
  }

  @Test
  void t13NetRawWithoutACapabilitiesBlock() {
    String finding = "capabilities-drop-all-missing: " + DROP;
    for (String context :
        List.of("{}", "{capabilities: {}}", "{capabilities: {drop: [NET_RAW]}}")) {
      assertThat(capabilities().reports(podWith(context))).as(context).containsExactly(finding);
    }
  }

  @Test
  void t14AllAndNamesDroppedTogether() {
    assertThat(capabilities().reports(podWith("{capabilities: {drop: [CHOWN, ALL, NET_RAW]}}")))
        .isEmpty();
    String names =
        "AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD, NET_BIND_SERVICE, NET_RAW,"
            + " SETFCAP, SETGID, SETPCAP, SETUID, SYS_CHROOT";
    assertThat(capabilities().reports(podWith("{capabilities: {drop: [" + names + "]}}")))
        .containsExactly("capabilities-drop-all-missing: " + DROP);
  }
}
