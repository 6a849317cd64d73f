package dev.seaworthy.rego.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.Facts;
import dev.seaworthy.testing.RuleTester;
import dev.seaworthy.yaml.YamlEntry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CapabilityAddedOutsideDefaultSetTest {

  private final RuleTester rule =
      RuleTester.of(BundledRule.named("capability-added-outside-default-set"));

  @Test
  void flagsWhatRuntimesDoNotGive() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: setup
              securityContext:
                capabilities:
                  drop: [ALL]
                  add:
                    - IPC_LOCK #! init container 'setup' adds capability 'IPC_LOCK', which lets it lock memory
                    - CHOWN
                    - SYS_ADMIN
                    - ALL
          containers:
            - name: app
              securityContext:
                capabilities:
                  add:
                    - cap_sys_nice #! container 'app' adds capability 'cap_sys_nice', which lets it take processor time
                    - Sys_Resource #! 'Sys_Resource', which lets it exceed quotas
        """);
  }

  @Test
  void saysThatANameDoesNotExist() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              securityContext:
                runAsUser: 1000
                capabilities:
                  add:
                    - NET_BIND #! 'NET_BIND', which does not exist: CRI-O refuses the container
                    - "" #! adds capability '', which does not exist
        """);
  }

  @Test
  void saysWhatItMeansForAUserOtherThanRoot() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              securityContext:
                runAsNonRoot: true
                allowPrivilegeEscalation: false
                capabilities: {add: [IPC_LOCK]} #! 'IPC_LOCK', which has no effect
        """);
  }

  @Test
  void isSilentWhereAddingChangesNothing() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: privileged
              securityContext: {privileged: true, capabilities: {add: [IPC_LOCK]}}
            - name: dropped
              securityContext: {capabilities: {add: [IPC_LOCK], drop: [IPC_LOCK]}}
            - name: odd
              securityContext: {capabilities: {add: IPC_LOCK}}
            - name: numbers
              securityContext: {capabilities: {add: [5, {name: IPC_LOCK}, null]}}
        ---
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          containers: [{name: app, securityContext: {capabilities: {add: [IPC_LOCK]}}}]
        """);
  }

  @Test
  void everyCapabilityOfLinuxIsOfOneRule() {
    List<String> names =
        Stream.of("capabilities", "default_capabilities", "other_capabilities")
            .flatMap(facts -> Facts.about(facts).entries().stream())
            .map(YamlEntry::name)
            .toList();
    assertThat(names).as("41 of Linux 5.9 and later, and ALL").hasSize(42).doesNotHaveDuplicates();
  }
}
