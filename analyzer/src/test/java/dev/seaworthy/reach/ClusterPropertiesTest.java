package dev.seaworthy.reach;

import static dev.seaworthy.reach.Clusters.bound;
import static dev.seaworthy.reach.Clusters.namespace;
import static dev.seaworthy.reach.Clusters.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any pod with any rights, on clusters made from a fixed series of numbers. */
class ClusterPropertiesTest {

  private static final int CLUSTERS = 300;

  private static final String[] RULES = {
    rule("list, create", "secrets, configmaps"),
    rule("get", "secrets"),
    rule("create", "pods"),
    rule("'*'", "'*'"),
    rule("create, get", "pods, pods/exec"),
    rule("patch", "apps!deployments, statefulsets"),
    rule("create", "serviceaccounts/token"),
    rule("impersonate, get", "users, groups, serviceaccounts"),
    rule("bind, escalate, update", "rbac.authorization.k8s.io!roles, clusterroles"),
    rule("create", "rbac.authorization.k8s.io!rolebindings, clusterrolebindings"),
    rule("get", "nodes/proxy, nodes/stats"),
    rule("patch", "pods/ephemeralcontainers"),
    rule("create", "persistentvolumes, persistentvolumeclaims"),
    rule("get", "pods"),
    rule("update", "storage.k8s.io!csidrivers"),
    rule("'*'", "admissionregistration.k8s.io!'*'"),
  };

  private static final String[] ACCOUNTS = {"shop/api", "shop/api", "shop/operator", "build/api"};
  private static final String[] NAMESPACES = {"", "shop", "shop", "build", "kube-system"};
  private static final String[] LEVELS = {"privileged", "baseline", "restricted"};

  private static final String[][] PODS = {
    {"", "automountServiceAccountToken: false"},
    {"hostPID: true", ""},
    {"hostNetwork: true", "hostUsers: false"},
    {"", "securityContext: {runAsNonRoot: true}"},
  };

  static IntStream seeds() {
    return IntStream.range(0, CLUSTERS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theCutLowersTheVerdict(int seed) {
    Clusters cluster = Clusters.of(manifests(new Random(seed)).toArray(String[]::new));
    Reach reach = cluster.reach();

    if (reach.verdict() == Verdict.CONTAINED) {
      assertThat(reach.path()).isEmpty();
      return;
    }
    assertThat(reach.cut()).as("%s", manifests(new Random(seed))).isNotEmpty();
    assertThat(cluster.with(reach.cut()).reach().verdict())
        .as("%s", manifests(new Random(seed)))
        .isLessThan(reach.verdict());
    for (Change change : reach.cut()) {
      List<Change> others = new ArrayList<>(reach.cut());
      others.remove(change);
      assertThat(cluster.with(others).reach().verdict())
          .as("without %s", change)
          .isEqualTo(reach.verdict());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void lessRightsAndStricterNamespacesNeverRaiseTheVerdict(int seed) {
    List<String> manifests = manifests(new Random(seed));
    Verdict before = Clusters.of(manifests.toArray(String[]::new)).reach().verdict();

    for (int i = 0; i < manifests.size(); i++) {
      for (String stricter : stricter(manifests.get(i))) {
        List<String> changed = new ArrayList<>(manifests);
        changed.set(i, stricter);
        assertThat(Clusters.of(changed.toArray(String[]::new)).reach().verdict())
            .as(stricter)
            .isLessThanOrEqualTo(before);
      }
    }
  }

  /** The same manifest with one thing taken away. */
  private static List<String> stricter(String manifest) {
    List<String> changed = new ArrayList<>();
    if (manifest.contains("kind: Namespace")) {
      changed.add(manifest.replace("privileged", "baseline"));
      changed.add(manifest.replaceAll("enforce: [a-z]+", "enforce: restricted"));
    } else if (manifest.contains("kind: ClusterRole")) {
      changed.add(manifest.replaceAll("subjects: .*", "subjects: []"));
      changed.add(manifest.replaceFirst("resources: \\[[^,\\]]*,?", "resources: ["));
      changed.add(manifest.replaceFirst("verbs: \\[[^,\\]]*,?", "verbs: ["));
      changed.add(manifest.replaceFirst("verbs:", "resourceNames: [x], verbs:"));
      changed.add(manifest.replaceFirst("rules: \\[\\{[^}]*},?", "rules: ["));
    } else {
      changed.add(manifest.replace("spec:\n", "spec:\n  automountServiceAccountToken: false\n"));
    }
    changed.remove(manifest);
    return changed;
  }

  private static List<String> manifests(Random random) {
    List<String> manifests = new ArrayList<>();
    manifests.add(pod(random));
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      List<String> rules = new ArrayList<>();
      for (int j = 1 + random.nextInt(3); j > 0; j--) {
        rules.add(any(random, RULES));
      }
      manifests.add(
          bound(any(random, ACCOUNTS), String.join(", ", rules), any(random, NAMESPACES)));
    }
    if (random.nextBoolean()) {
      manifests.add(namespace("shop", any(random, LEVELS)));
    }
    return manifests;
  }

  private static String pod(Random random) {
    StringBuilder pod = new StringBuilder();
    pod.append("apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec:\n");
    pod.append("  serviceAccountName: api\n");
    for (String[] setting : PODS) {
      String chosen = any(random, setting);
      pod.append(chosen.isEmpty() || random.nextBoolean() ? "" : "  " + chosen + "\n");
    }
    return pod.append("  containers: [{name: app}]\n").toString();
  }

  private static String any(Random random, String... texts) {
    return texts[random.nextInt(texts.length)];
  }
}
