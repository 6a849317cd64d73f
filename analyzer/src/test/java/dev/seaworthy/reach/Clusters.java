package dev.seaworthy.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ObjectReader;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.model.Workload;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Manifests together, as they go to a cluster.
 *
 * @param objects all objects in them
 */
record Clusters(List<KubernetesObject> objects) {

  /** A pod of account 'api' in namespace 'shop', which gets its token, unprivileged. */
  static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      spec:
        serviceAccountName: api
        securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
        containers:
          - name: app
            securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
      """;

  static Clusters of(String... manifests) {
    return of(ClusterProfile.DEFAULT, manifests);
  }

  static Clusters of(ClusterProfile cluster, String... manifests) {
    YamlStream stream =
        YamlReader.read(new SourceText("all.yaml", String.join("\n---\n", manifests)));
    assertThat(stream.problems()).isEmpty();
    List<KubernetesObject> objects = new ArrayList<>();
    ObjectReader reader = new ObjectReader(cluster);
    stream.documents().forEach(document -> objects.addAll(reader.read(document).objects()));
    return new Clusters(objects);
  }

  /** A ClusterRole with rules, and its binding to an account: everywhere, or in a namespace. */
  static String bound(String account, String rules, String namespace) {
    String name = account.replace('/', '-') + "-" + Integer.toHexString(rules.hashCode());
    String[] parts = account.split("/");
    String kind = namespace.isEmpty() ? "ClusterRoleBinding" : "RoleBinding";
    String place = namespace.isEmpty() ? "" : ", namespace: " + namespace;
    return """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRole
    metadata: {name: %1$s}
    rules: [%2$s]
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: %3$s
    metadata: {name: %1$s%4$s}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: %1$s}
    subjects: [{kind: ServiceAccount, namespace: %5$s, name: %6$s}]
    """
        .formatted(name, rules, kind, place, parts[0], parts[1]);
  }

  /** A rule of the core group, or of another one that the resources start with. */
  static String rule(String verbs, String resources) {
    int slash = resources.indexOf('!');
    String group = slash < 0 ? "" : resources.substring(0, slash);
    return "{apiGroups: ['%s'], resources: [%s], verbs: [%s]}"
        .formatted(group, resources.substring(slash + 1), verbs);
  }

  static String namespace(String name, String level) {
    return """
    apiVersion: v1
    kind: Namespace
    metadata: {name: %s, labels: {pod-security.kubernetes.io/enforce: %s}}
    """
        .formatted(name, level);
  }

  /** What the first workload reaches. */
  Reach reach() {
    return ReachAnalysis.of(ScannedObjects.of(objects)).of(workload());
  }

  Workload workload() {
    return objects.stream()
        .flatMap(object -> object.workloads().stream())
        .findFirst()
        .orElseThrow();
  }

  /** These with changes made, each to its object. */
  Clusters with(List<Change> changes) {
    return new Clusters(objects.stream().map(object -> Change.apply(changes, object)).toList());
  }

  /** The edges of the path. */
  List<String> path() {
    return reach().path().stream().map(step -> step.edge().id()).toList();
  }
}
