package dev.seaworthy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesVersionTest {

  @ParameterizedTest
  @CsvSource({
    "1.34, 1.34",
    "v1.34, 1.34",
    "1.34.2, 1.34",
    "v1.9.11, 1.9",
    "1.34+, 1.34",
    "v1.34.2-gke.1000, 1.34",
    "v1.34.2+k3s1, 1.34",
    "1.34.0-rc.1, 1.34",
    "1.08, 1.8"
  })
  void readsMinorVersions(String text, String version) {
    assertThat(KubernetesVersion.parse(text)).hasToString(version);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.",
        ".34",
        "1.x",
        "latest",
        "V1.34",
        " 1.34",
        "1.34.",
        "1.34 ",
        "-1.3",
        "1.34.2.1",
        "1.9999",
        "99999999999.1"
      })
  void refusesWhatIsNoVersion(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KubernetesVersion.parse(text))
        .withMessageStartingWith("'" + text + "' is no Kubernetes version; write it as '1.");
  }

  @Test
  void isOrderedByNumber() {
    assertThat(KubernetesVersion.parse("1.9")).isLessThan(KubernetesVersion.parse("1.10"));
    assertThat(KubernetesVersion.parse("2.0")).isGreaterThan(KubernetesVersion.parse("1.99"));
    assertThat(KubernetesVersion.parse("1.10")).isEqualTo(KubernetesVersion.parse("v1.10.7"));
  }

  @ParameterizedTest
  @CsvSource({"1.32, false", "1.33, true", "1.34, true", "2.0, true", "0.99, false"})
  void userNamespacesAreOnFrom133(String text, boolean on) {
    KubernetesVersion version = KubernetesVersion.parse(text);
    assertThat(version.isAtLeast(1, 33)).isEqualTo(on);
    ClusterProfile cluster = ClusterProfile.of(version);
    assertThat(cluster).isEqualTo(new ClusterProfile(version, false, on, false));
  }
}
