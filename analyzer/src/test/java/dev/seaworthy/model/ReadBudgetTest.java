package dev.seaworthy.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The budget itself, and that nothing in the model reads more than its input is long. */
class ReadBudgetTest {

  private static final int CONTAINERS = 20_000;
  private static final int VOLUMES = 2_000;
  private static final int READS_PER_CONTAINER = 200;

  private static final Field ROOT = Manifests.object("apiVersion: v1\nkind: A\nb: [1, 2]").root();

  @Test
  void endsWorkThatReadsMore() {
    ReadBudget.limit(3, () -> read(3));
    assertThatThrownBy(() -> ReadBudget.limit(3, () -> read(4)))
        .isInstanceOf(ReadBudget.ExhaustedException.class);
    assertThatThrownBy(() -> ReadBudget.limit(0, () -> read(1)))
        .isInstanceOf(ReadBudget.ExhaustedException.class);
  }

  @Test
  void listsCostTheirLength() {
    ReadBudget.limit(4, () -> ROOT.get("b").items());
    assertThatThrownBy(() -> ReadBudget.limit(3, () -> ROOT.get("b").items()))
        .isInstanceOf(ReadBudget.ExhaustedException.class);
    ReadBudget.limit(4, ROOT::members);
    assertThatThrownBy(() -> ReadBudget.limit(3, ROOT::members))
        .isInstanceOf(ReadBudget.ExhaustedException.class);
  }

  @Test
  void itsEndDoesNotOutlastTheWork() {
    assertThatThrownBy(() -> ReadBudget.limit(0, () -> read(1)))
        .isInstanceOf(ReadBudget.ExhaustedException.class);
    assertThatCode(() -> read(1000)).doesNotThrowAnyException();
  }

  @Test
  void innerWorkHasItsOwn() {
    ReadBudget.limit(
        2,
        () -> {
          read(1);
          ReadBudget.limit(10, () -> read(10));
          read(1);
          assertThatThrownBy(() -> read(1)).isInstanceOf(ReadBudget.ExhaustedException.class);
        });
  }

  @Test
  void aHugePodIsReadInLinearTime() {
    StringBuilder spec = new StringBuilder("volumes:\n");
    IntStream.range(0, VOLUMES)
        .forEach(i -> spec.append("- {name: v%d, hostPath: {path: /v%d}}\n".formatted(i, i)));
    spec.append("containers:\n");
    IntStream.range(0, CONTAINERS)
        .forEach(
            i ->
                spec.append("- {name: c%d, volumeMounts: [{name: v%d}]}\n".formatted(i, i % 2000)));
    Workload pod = Manifests.pod(spec.toString());
    ReadBudget.limit((long) CONTAINERS * READS_PER_CONTAINER, () -> readEverything(pod));
  }

  @Test
  void aHugeCustomResourceIsReadInLinearTime() {
    StringBuilder yaml = new StringBuilder("apiVersion: example.org/v1\nkind: A\nspec:\n");
    IntStream.range(0, CONTAINERS)
        .forEach(
            i -> yaml.append("- {name: n%d, spec: {containers: [{image: a}]}}\n".formatted(i)));
    ReadBudget.limit(
        (long) CONTAINERS * READS_PER_CONTAINER,
        () ->
            Manifests.object(yaml.toString()).workloads().forEach(ReadBudgetTest::readEverything));
  }

  @Test
  void whatAliasesMultiplyIsSearchedOnce() {
    StringBuilder yaml = new StringBuilder("apiVersion: example.org/v1\nkind: A\nspec:\n");
    yaml.append("  a0: &a0 {containers: [{name: a}, 5]}\n");
    int doublings = 12;
    for (int i = 1; i <= doublings; i++) {
      yaml.append("  a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    int expanded = 1 << (doublings + 1);
    ReadBudget.limit(20L * expanded, () -> Manifests.object(yaml.toString()).workloads());
  }

  private static void readEverything(Workload pod) {
    for (Volume volume : pod.volumes()) {
      volume.hostPath().map(HostPath::normalised);
      volume.mounts().forEach(VolumeMount::subPath);
    }
    for (Container container : pod.containers()) {
      ContainerSecurity security = container.security();
      security.privileged();
      security.capabilities();
      security.runAsUser();
      security.seccompProfile();
      security.appArmorProfile();
      security.windows();
      pod.security().userNamespace();
    }
  }

  private static void read(int times) {
    for (int i = 0; i < times; i++) {
      ROOT.get("b");
    }
  }
}
