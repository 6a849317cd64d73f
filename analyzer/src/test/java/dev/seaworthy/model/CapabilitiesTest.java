package dev.seaworthy.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapabilitiesTest {

  @ParameterizedTest
  @CsvSource({
    "SYS_ADMIN, SYS_ADMIN",
    "sys_admin, SYS_ADMIN",
    "CAP_SYS_ADMIN, SYS_ADMIN",
    "cap_sys_admin, SYS_ADMIN",
    "CAP_CAP_X, CAP_X",
    "all, ALL"
  })
  void namesAreUpperCaseWithoutPrefix(String written, String name) {
    Capability added = capabilities("{add: [NET_RAW, %s]}".formatted(written)).added().get(1);
    assertThat(added.name()).isEqualTo(name);
    assertThat(added.written()).isEqualTo(written);
    assertThat(added.field()).hasToString("spec.containers[0].securityContext.capabilities.add[1]");
  }

  @ParameterizedTest
  @CsvSource({
    "ALL, true, true",
    "all, true, false",
    "CAP_ALL, false, false",
    "NET_RAW, false, false"
  })
  void dropsAllAsTheRuntimeOrToTheLetter(String written, boolean runtime, boolean letter) {
    Capabilities capabilities = capabilities("{drop: [CHOWN, %s]}".formatted(written));
    assertThat(capabilities.dropsAll()).isEqualTo(runtime);
    assertThat(capabilities.dropsAllToTheLetter()).isEqualTo(letter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "{}", "[]", "ALL", "{drop: ALL}", "{drop: null}", "{drop: {ALL: true}}"})
  void whatIsNoListDropsNothing(String written) {
    Capabilities capabilities = capabilities(written);
    assertThat(capabilities.dropped()).isEmpty();
    assertThat(capabilities.dropsAll()).isFalse();
    assertThat(capabilities.field()).hasToString("spec.containers[0].securityContext.capabilities");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                        | CHOWN     | true",
        "{}                                        | SYS_ADMIN | false",
        "{drop: [ALL]}                             | CHOWN     | false",
        "{drop: [all], add: [CHOWN]}               | CHOWN     | true",
        "{drop: [chown]}                           | CHOWN     | false",
        "{drop: [CHOWN], add: [CHOWN]}             | CHOWN     | false",
        "{add: [SYS_ADMIN]}                        | SYS_ADMIN | true",
        "{add: [ALL]}                              | SYS_ADMIN | true",
        "{add: [ALL], drop: [SYS_ADMIN]}           | SYS_ADMIN | false",
        "{add: [ALL], drop: [ALL]}                 | CHOWN     | false"
      })
  void rootHasWhatTheRuntimeGivesItAndWhatIsAdded(String written, String name, boolean has) {
    assertThat(capabilities(written).has(name)).isEqualTo(has);
  }

  @Test
  void whatIsNoStringIsNoCapability() {
    assertThat(capabilities("{add: [null, 5, {a: b}, [ALL], yes, CHOWN]}").added())
        .extracting(Capability::name)
        .containsExactly("CHOWN");
  }

  @Test
  void thePodHasNoCapabilities() {
    Workload workload =
        Manifests.pod(
            """
            securityContext: {capabilities: {drop: [ALL]}}
            containers: [{name: app}]
            """);
    assertThat(workload.containers().get(0).security().capabilities().dropsAll()).isFalse();
  }

  private static Capabilities capabilities(String written) {
    return Manifests.pod("containers: [{securityContext: {capabilities: %s}}]".formatted(written))
        .containers()
        .get(0)
        .security()
        .capabilities();
  }
}
