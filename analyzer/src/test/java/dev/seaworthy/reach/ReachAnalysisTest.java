package dev.seaworthy.reach;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReachAnalysisTest {

  @Test
  void tellsThePathAndTheCheapestCutOfAPrivilegedPod() {
    Reach reach =
        Pods.reach(
            """
            containers:
              - name: app
                securityContext: {privileged: true}
            """);

    assertThat(reach.verdict()).isEqualTo(Verdict.TAKES_NODE);
    assertThat(reach.path())
        .extracting(step -> step.edge().id())
        .containsExactly("runs-as-root", "privileged");
    assertThat(reach.cut())
        .extracting(change -> change.field() + ": " + change.value().orElse("removed"))
        .containsExactly("spec.containers[0].securityContext.privileged: false");
    assertThat(reach.assumptions()).containsExactly(Assumption.IMAGE_USER);
  }
}
