package dev.seaworthy.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.ContainerSecurity;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.model.Workload;
import dev.seaworthy.podsecurity.PodSecurity;
import dev.seaworthy.podsecurity.PodSecurityLevel;
import dev.seaworthy.podsecurity.PodSecurityVersion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pods that open each kind of step, in circumstances that stop it. */
class ReachVariantsTest {

  @ParameterizedTest
  @MethodSource("dev.seaworthy.reach.ReachEdgesTest#cases")
  void whoIsNotRootAndCannotBecomeItTakesNoStepFromThere(ReachEdgesTest.Case example) {
    Workload pod = Pods.pod(example.spec(), example.cluster());
    List<Change> changes = new ArrayList<>();
    for (Container container : pod.containers()) {
      ContainerSecurity security = container.security();
      changes.add(Change.set(security.context().get("runAsNonRoot"), "true"));
      changes.add(Change.set(security.context().get("runAsUser"), "1000"));
      changes.add(Change.set(security.context().get("allowPrivilegeEscalation"), "false"));
      changes.add(Change.set(security.context().get("privileged"), "false"));
      security.capabilities().added().stream()
          .filter(added -> added.name().equals("SYS_ADMIN"))
          .forEach(added -> changes.add(Change.remove(added.field(), "remove it")));
    }
    if (pod.security().isWindows()) {
      return;
    }
    Workload changed = Change.apply(changes, pod.object()).workloads().get(0);

    assertThat(Pods.reach(changed).path())
        .extracting(step -> step.from().foothold())
        .doesNotContain(Foothold.ROOT);
  }

  @ParameterizedTest
  @MethodSource("dev.seaworthy.reach.ReachEdgesTest#cases")
  void aNamespaceThatEnforcesRestrictedRefusesThePod(ReachEdgesTest.Case example) {
    Workload pod = Pods.pod(example.spec(), example.cluster());
    Reach before = Pods.reach(pod);
    KubernetesObject placed =
        Change.apply(
            List.of(Change.set(pod.object().root().get("metadata", "namespace"), "shop")),
            pod.object());
    List<KubernetesObject> namespaces =
        Clusters.of(Clusters.namespace("shop", "restricted")).objects();
    Reach reach = ReachAnalysis.of(ScannedObjects.of(namespaces)).of(placed.workloads().get(0));
    boolean allowed =
        PodSecurity.evaluate(pod, PodSecurityLevel.RESTRICTED, PodSecurityVersion.LATEST).isEmpty();

    assertThat(reach.refusal().isPresent()).isNotEqualTo(allowed);
    assertThat(reach.verdict()).isEqualTo(allowed ? before.verdict() : Verdict.CONTAINED);
  }
}
