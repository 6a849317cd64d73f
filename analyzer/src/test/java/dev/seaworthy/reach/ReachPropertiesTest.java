package dev.seaworthy.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.Container;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.NodeDefaults;
import dev.seaworthy.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any pod, on pods made from a fixed series of numbers. */
class ReachPropertiesTest {

  private static final int PODS = 400;

  /** Settings of a container with a looser and a stricter value; empty leaves it out. */
  private static final String[][] OF_CONTAINERS = {
    {"privileged: true", "privileged: false"},
    {"", "runAsNonRoot: true"},
    {"runAsUser: 0", "runAsUser: 1000"},
    {"", "allowPrivilegeEscalation: false"},
    {"capabilities: {add: [SYS_ADMIN]}", "capabilities: {drop: [ALL]}"},
    {"capabilities: {add: [NET_RAW, SYS_PTRACE]}", "capabilities: {drop: [ALL]}"},
    {"capabilities: {add: [ALL]}", "capabilities: {add: [BPF, PERFMON], drop: [ALL]}"},
    {"capabilities: {add: [sys_boot]}", "capabilities: {}"},
    {"", "seccompProfile: {type: RuntimeDefault}"},
    {"", "appArmorProfile: {type: RuntimeDefault}"},
    {"procMount: Unmasked", ""},
    {"", "runAsGroup: 1000"},
    {"seLinuxOptions: {type: spc_t}", "seLinuxOptions: {type: container_t}"},
    {"capabilities: {add: [MKNOD, SETFCAP]}", "capabilities: {drop: [ALL]}"},
  };

  private static final String[][] OF_PODS = {
    {"hostPID: true", ""},
    {"hostNetwork: true", "hostNetwork: false"},
    {"hostIPC: true", ""},
    {"", "hostUsers: false"},
    {"shareProcessNamespace: true", ""},
    {"tolerations: [{operator: Exists}]", "tolerations: []"},
    {"tolerations: [{key: node-role.kubernetes.io/master, operator: Exists}]", ""},
  };

  private static final String[][] OF_MOUNTS = {{"", "readOnly: true"}};

  private static final String[] PATHS = {
    "/",
    "/etc",
    "/var/log",
    "/run",
    "/var/lib/kubelet",
    "/proc",
    "/srv/data",
    "/dev/sda",
    "/run/docker.sock",
    "/sys",
    "/home",
    "/var/lib"
  };

  static IntStream seeds() {
    return IntStream.range(0, PODS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theCutLowersTheVerdict(int seed) {
    Workload workload = Pods.pod(spec(new Random(seed), -1), cluster(seed));
    Reach reach = Pods.reach(workload);

    if (reach.verdict() == Verdict.CONTAINED) {
      assertThat(reach.path()).isEmpty();
      assertThat(reach.cut()).isEmpty();
    } else {
      assertThat(reach.cut()).as(spec(new Random(seed), -1)).isNotEmpty();
      assertThat(after(reach.cut(), workload)).isLessThan(reach.verdict());
      for (Change change : reach.cut()) {
        List<Change> others = new ArrayList<>(reach.cut());
        others.remove(change);
        assertThat(after(others, workload)).as("without %s", change).isEqualTo(reach.verdict());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aStricterFieldNeverRaisesTheVerdict(int seed) {
    String loose = spec(new Random(seed), -1);
    Verdict before = reach(loose, seed);

    for (int stricter = 0; stricter < 8; stricter++) {
      String spec = spec(new Random(seed), stricter);
      if (!isAtOdds(loose)) {
        assertThat(reach(spec, seed)).as(spec).isLessThanOrEqualTo(before);
      }
    }
  }

  /** Another user starts a container that the kubelet refused before. */
  private static boolean isAtOdds(String spec) {
    return Pods.pod(spec).containers().stream()
        .map(Container::security)
        .anyMatch(security -> security.runAsNonRoot().is(true) && security.runAsUser().is(0L));
  }

  private static Verdict reach(String spec, int seed) {
    return Pods.reach(Pods.pod(spec, cluster(seed))).verdict();
  }

  /** Every other cluster enforces SELinux, and one of three keeps nobody from devices. */
  private static ClusterProfile cluster(int seed) {
    NodeDefaults usual = NodeDefaults.DEFAULT;
    return ClusterProfile.DEFAULT.with(
        new NodeDefaults(
            usual.runtimeDefaultCapabilities(),
            false,
            false,
            true,
            true,
            seed % 2 == 1,
            seed % 3 > 0));
  }

  private static Verdict after(List<Change> changes, Workload workload) {
    KubernetesObject changed = Change.apply(changes, workload.object());
    return Pods.reach(changed.workloads().get(0)).verdict();
  }

  /**
   * A pod spec.
   *
   * @param stricter which of its settings to write in the stricter way, though it was chosen loose;
   *     -1 for none
   */
  private static String spec(Random random, int stricter) {
    Settings settings = new Settings(random, stricter);
    List<String> fields = settings.choose(OF_PODS, 2);
    int containers = 1 + random.nextInt(2);
    List<String> names = new ArrayList<>();
    List<String> volumes = new ArrayList<>();
    for (int i = 0; i < containers; i++) {
      List<String> mounts = new ArrayList<>();
      for (int j = random.nextInt(3); j > 0; j--) {
        String name = "v" + volumes.size();
        String path = PATHS[random.nextInt(PATHS.length)];
        volumes.add("{name: " + name + ", hostPath: {path: " + path + "}}");
        List<String> mount = settings.choose(OF_MOUNTS, 1);
        mounts.add(join(Stream.concat(Stream.of("name: " + name), mount.stream()).toList()));
      }
      String security = join(settings.choose(OF_CONTAINERS, 4));
      names.add(
          "{name: c%d, securityContext: %s, volumeMounts: %s}".formatted(i, security, mounts));
    }
    fields.add("containers: " + names);
    fields.add("volumes: " + volumes);
    return join(fields);
  }

  private static String join(List<String> fields) {
    return "{" + String.join(", ", fields) + "}";
  }

  /** Chooses settings, each loose or strict, and makes one of the loose ones strict. */
  private static final class Settings {

    private final Random random;
    private int left;

    Settings(Random random, int stricter) {
      this.random = random;
      this.left = stricter;
    }

    List<String> choose(String[][] from, int most) {
      List<String> chosen = new ArrayList<>();
      List<String> keys = new ArrayList<>();
      for (int i = 0; i < most; i++) {
        String[] setting = from[random.nextInt(from.length)];
        boolean strict = random.nextInt(4) == 0;
        String key = (setting[0] + setting[1]).replaceFirst(":.*", "");
        if (!keys.contains(key)) {
          keys.add(key);
          String value = setting[strict || left-- == 0 ? 1 : 0];
          if (!value.isEmpty()) {
            chosen.add(value);
          }
        }
      }
      return chosen;
    }
  }
}
