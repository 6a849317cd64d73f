package dev.seaworthy.cli.rules;

import static dev.seaworthy.cli.rules.Scan.pod;
import static dev.seaworthy.cli.rules.Scan.podWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.rule.ParameterValue;
import org.junit.jupiter.api.Test;

/** Users and groups, where tools disagree: {@code docs/coverage.md} tells of each test. */
class IdentityDecisionsTest {

  private static final String CONTEXT = "spec.containers[0].securityContext.";
  private static final String POD_CONTEXT = "spec.securityContext.";

  private static Scan users() {
    return Scan.with(
        "run-as-root-possible",
        "run-as-user-zero",
        "run-as-non-root-not-enforced",
        "invalid-security-context");
  }

  @Test
  void t01ContainerOverridesPod() {
    assertThat(
            users()
                .reports(
                    pod(
                        """
                        securityContext: {runAsNonRoot: true}
                        containers:
                          - {name: app, image: example.com/app:1.0}
                          - name: helper
                            image: example.com/helper:1.0
                            securityContext: {runAsNonRoot: false}
                        """)))
        .containsExactly("run-as-root-possible: spec.containers[1].securityContext.runAsNonRoot");
    assertThat(
            users()
                .reports(
                    podWith("{runAsNonRoot: true}", "securityContext: {runAsNonRoot: false}\n")))
        .isEmpty();
    assertThat(
            users()
                .reports(
                    podWith(
                        "{runAsUser: 20000, runAsNonRoot: true}",
                        "securityContext: {runAsUser: 0}\n")))
        .isEmpty();
  }

  @Test
  void t02NoUserNamed() {
    assertThat(users().reports(podWith("{}")))
        .containsExactly("run-as-root-possible: " + CONTEXT + "runAsNonRoot");
    assertThat(users().reports(podWith("{runAsNonRoot: true}"))).isEmpty();
    assertThat(users().reports(podWith("{runAsUser: 20000}")))
        .containsExactly("run-as-non-root-not-enforced: " + CONTEXT + "runAsNonRoot");
    assertThat(Scan.with("low-uid").reports(podWith("{runAsNonRoot: true}")))
        .containsExactly("low-uid: " + CONTEXT + "runAsUser");
    assertThat(Scan.with("low-uid").reports(podWith("{}"))).isEmpty();
  }

  @Test
  void t03User0ThoughNonRootIsRequired() {
    String oneLevel = podWith("{runAsNonRoot: true, runAsUser: 0}");
    String twoLevels = podWith("{runAsUser: 0}", "securityContext: {runAsNonRoot: true}\n");
    for (String manifest : new String[] {oneLevel, twoLevels}) {
      assertThat(users().reports(manifest))
          .containsExactly("invalid-security-context: " + CONTEXT + "runAsUser");
      assertThat(users().messages(manifest))
          .singleElement()
          .asString()
          .contains("the kubelet will not start container 'app'");
    }
  }

  @Test
  void t04NoGroupNamed() {
    Scan groups = Scan.with("root-primary-group", "low-gid");
    assertThat(groups.reports(podWith("{runAsNonRoot: true}")))
        .containsExactly("low-gid: " + CONTEXT + "runAsGroup");
    assertThat(groups.reports(podWith("{runAsGroup: 0}")))
        .containsExactly("root-primary-group: " + CONTEXT + "runAsGroup");
    assertThat(groups.reports(podWith("{runAsGroup: 20000}", "securityContext: {runAsGroup: 0}\n")))
        .isEmpty();
    assertThat(Scan.withRecommended().reports(podWith("{runAsGroup: 0}")))
        .noneMatch(report -> report.endsWith("runAsGroup"));
  }

  @Test
  void t05WhereLowEnds() {
    Scan low = Scan.with("low-uid", "low-gid");
    assertThat(low.reports(podWith("{runAsUser: 9999, runAsGroup: 9999}")))
        .containsExactly("low-uid: " + CONTEXT + "runAsUser", "low-gid: " + CONTEXT + "runAsGroup");
    assertThat(low.reports(podWith("{runAsUser: 10000, runAsGroup: 10000}"))).isEmpty();
    assertThat(
            Scan.with("low-uid")
                .set("low-uid", "minimum", new ParameterValue.Whole(10001))
                .reports(podWith("{runAsUser: 10000}")))
        .containsExactly("low-uid: " + CONTEXT + "runAsUser");
  }

  @Test
  void t34RootAmongTheGroups() {
    Scan groups = Scan.with("root-supplemental-or-fs-group");
    assertThat(
            groups.reports(
                podWith("{}", "securityContext: {fsGroup: 0, supplementalGroups: [4000, 0]}\n")))
        .containsExactly(
            "root-supplemental-or-fs-group: " + POD_CONTEXT + "fsGroup",
            "root-supplemental-or-fs-group: " + POD_CONTEXT + "supplementalGroups[1]");
    assertThat(groups.reports(podWith("{}"))).isEmpty();
    assertThat(groups.reports(podWith("{}", "securityContext: {fsGroup: 4000}\n"))).isEmpty();
  }
}
