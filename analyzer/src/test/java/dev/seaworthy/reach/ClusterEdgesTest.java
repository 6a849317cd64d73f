package dev.seaworthy.reach;

import static dev.seaworthy.reach.Clusters.bound;
import static dev.seaworthy.reach.Clusters.namespace;
import static dev.seaworthy.reach.Clusters.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.reach.cluster.ClusterEdges;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of step of accounts: what opens it, and the same with one fact changed. */
class ClusterEdgesTest {

  private static final String RBAC = "rbac.authorization.k8s.io!";
  private static final String CERTIFICATES = "certificates.k8s.io!";
  private static final String ADMISSION = "admissionregistration.k8s.io!";
  private static final String POWERFUL = bound("shop/operator", rule("'*'", "nodes/proxy"), "");

  /** Manifests beside the pod, with a part that opens the step and what it is to be instead. */
  private record Case(String edge, Verdict verdict, String others, String part, String instead) {
    @Override
    public String toString() {
      return edge + ": " + part;
    }
  }

  private static Case everywhere(String edge, String rules, String part, String instead) {
    return new Case(edge, Verdict.TAKES_CLUSTER, bound("shop/api", rules, ""), part, instead);
  }

  private static Case toNode(String edge, String others, String part, String instead) {
    return new Case(edge, Verdict.TAKES_NODE, others, part, instead);
  }

  private static Case toAccount(String edge, String rules, String part, String instead) {
    String others = bound("shop/api", rules, "shop") + "---\n" + POWERFUL;
    return new Case(edge, Verdict.TAKES_CLUSTER, others, part, instead);
  }

  static Stream<Case> cases() {
    String roles = RBAC + "clusterroles";
    String csr =
        rule("approve", CERTIFICATES + "signers")
            + ", "
            + rule("update", CERTIFICATES + "certificatesigningrequests/approval")
            + ", "
            + rule("create", CERTIFICATES + "certificatesigningrequests");
    String system = bound("shop/api", rule("list", "secrets"), "kube-system");
    String baseline = namespace("shop", "baseline") + "---\n";
    String pods = bound("shop/api", rule("create", "pods"), "shop");
    return Stream.of(
        everywhere(
            "all-rights",
            "{apiGroups: ['*'], resources: ['*'], verbs: ['*']}",
            "verbs: ['*']",
            "verbs: [get]"),
        everywhere("escalate", rule("escalate, update", roles), "escalate", "get"),
        everywhere("escalate", rule("escalate, update", roles), "update", "get"),
        everywhere(
            "bind",
            rule("bind", roles) + "," + rule("create", RBAC + "clusterrolebindings"),
            "[bind]",
            "[bind], resourceNames: [view]"),
        everywhere(
            "bind",
            rule("bind", roles) + "," + rule("create", RBAC + "clusterrolebindings"),
            "create",
            "get"),
        everywhere(
            "impersonate",
            rule("impersonate", "users"),
            "[impersonate]",
            "[impersonate], resourceNames: [jane]"),
        everywhere(
            "impersonate",
            rule("impersonate", "groups")
                + ","
                + rule("impersonate", "users").replace("}", ", resourceNames: [jane]}"),
            "[groups]",
            "[groups], resourceNames: [developers]"),
        everywhere("impersonate", rule("impersonate", "serviceaccounts"), "impersonate", "get"),
        everywhere("creates-pods", rule("create", "pods"), "create", "delete"),
        everywhere("creates-pods", rule("patch", "apps!deployments"), "patch", "list"),
        everywhere("creates-pods", rule("create", "batch!jobs"), "batch", "apps"),
        everywhere("enters-pods", rule("get", "pods/exec"), "pods/exec", "pods"),
        everywhere("adds-containers", rule("patch", "pods/ephemeralcontainers"), "patch", "get"),
        everywhere("reads-secrets", rule("list", "secrets"), "list", "create"),
        everywhere("reads-secrets", rule("get", "secrets"), "[get]", "[get], resourceNames: [own]"),
        new Case(
            "reads-secrets",
            Verdict.TAKES_CLUSTER,
            system,
            "namespace: kube-system",
            "namespace: shop"),
        everywhere("makes-tokens", rule("create", "serviceaccounts/token"), "create", "get"),
        everywhere("kubelet-api", rule("get", "nodes/proxy"), "nodes/proxy", "nodes/stats"),
        everywhere(
            "approves-certificates", csr, "signers]", "signers], resourceNames: [example.com/own]"),
        everywhere("approves-certificates", csr, "[create]", "[get]"),
        everywhere(
            "changes-objects-on-admission",
            rule("patch", ADMISSION + "mutatingwebhookconfigurations"),
            "patch",
            "get"),
        everywhere(
            "changes-objects-on-admission",
            rule(
                "create", ADMISSION + "mutatingadmissionpolicies, mutatingadmissionpolicybindings"),
            ", mutatingadmissionpolicybindings",
            ""),
        everywhere(
            "sees-objects-on-admission",
            rule("update", ADMISSION + "validatingwebhookconfigurations"),
            "update",
            "delete"),
        new Case(
            "csi-driver",
            Verdict.TAKES_CLUSTER,
            bound("shop/api", rule("update", "storage.k8s.io!csidrivers"), "") + "---\n" + pods,
            "update",
            "get"),
        toNode("creates-privileged-pods", pods, "create", "list"),
        toNode(
            "creates-privileged-pods",
            namespace("shop", "privileged") + "---\n" + pods,
            "enforce: privileged",
            "enforce: baseline"),
        toNode(
            "creates-privileged-pods",
            bound("shop/api", rule("escalate, patch", RBAC + "roles"), "shop"),
            "patch",
            "get"),
        toNode(
            "creates-privileged-pods",
            bound(
                "shop/api",
                rule("bind", roles) + "," + rule("create", RBAC + "rolebindings"),
                "shop"),
            "[bind]",
            "[bind], resourceNames: [view]"),
        toNode(
            "adds-privileged-containers",
            bound("shop/api", rule("patch", "pods/ephemeralcontainers"), "shop"),
            "patch",
            "get"),
        toNode(
            "creates-node-volumes",
            baseline + pods + "---\n" + bound("shop/api", rule("create", "persistentvolumes"), ""),
            "enforce: baseline",
            "enforce: restricted"),
        toNode(
            "creates-node-volumes",
            baseline + pods + "---\n" + bound("shop/api", rule("create", "persistentvolumes"), ""),
            "persistentvolumes",
            "persistentvolumeclaims"),
        toNode(
            "approves-node-certificates",
            bound(
                "shop/api",
                csr.replace(
                    "signers]",
                    "signers], resourceNames: [kubernetes.io/kube-apiserver-client-kubelet]"),
                ""),
            "apiserver-client-kubelet",
            "kubelet-serving"),
        toAccount("runs-as-account", rule("create", "pods"), "name: shop-api", "name: other"),
        toAccount("runs-as-account", rule("create", "pods"), "nodes/proxy", "nodes"),
        toAccount(
            "makes-token-of-account",
            rule("create", "serviceaccounts/token"),
            "[create]",
            "[create], resourceNames: [plain]"),
        toAccount(
            "impersonates-account", rule("impersonate", "serviceaccounts"), "impersonate", "get"),
        toAccount("plants-token-secret", rule("create, get", "secrets"), "create, ", ""),
        toAccount("enters-pod-of-account", rule("create", "pods/exec"), "pods/exec", "pods/log"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isOpenUntilOneFactChanges(Case example) {
    String closed =
        example.others.replaceFirst(
            java.util.regex.Pattern.quote(example.part),
            java.util.regex.Matcher.quoteReplacement(example.instead));
    assertThat(closed).isNotEqualTo(example.others);

    Clusters open = Clusters.of(Clusters.POD, example.others);
    assertThat(open.reach().verdict()).isEqualTo(example.verdict);
    assertThat(open.path()).contains(example.edge);
    assertThat(Clusters.of(Clusters.POD, closed).path()).doesNotContain(example.edge);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theCutLowersTheVerdict(Case example) {
    Clusters open = Clusters.of(Clusters.POD, example.others);
    Reach reach = open.reach();

    assertThat(reach.cut()).isNotEmpty();
    assertThat(open.with(reach.cut()).reach().verdict()).isLessThan(reach.verdict());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void withoutATokenThereIsNoAccount(Case example) {
    String pod = Clusters.POD.replace("spec:\n", "spec:\n  automountServiceAccountToken: false\n");

    assertThat(Clusters.of(pod, example.others).reach().verdict()).isEqualTo(Verdict.CONTAINED);
  }

  @Test
  void everyEdgeHasAnExample() {
    Set<String> ids = ClusterEdges.all().stream().map(Edge::id).collect(Collectors.toSet());
    Set<String> shown =
        cases()
            .flatMap(example -> Clusters.of(Clusters.POD, example.others).path().stream())
            .collect(Collectors.toSet());

    ids.removeAll(shown);
    assertThat(ids).isEqualTo(Set.of("projected-token"));
  }

  @Test
  void aProjectedTokenIsOneForTheApiServer() {
    String pod =
        Clusters.POD.replace(
                "spec:\n",
                "spec:\n  automountServiceAccountToken: false\n  volumes: [{name: t, projected: {sources: [{serviceAccountToken: {path: t}}]}}]\n")
            + "      volumeMounts: [{name: t, mountPath: /t}]\n";
    String others = bound("shop/api", rule("list", "secrets"), "");

    assertThat(Clusters.of(pod, others).path()).containsExactly("projected-token", "reads-secrets");
    assertThat(Clusters.of(pod.replace("{path: t}", "{path: t, audience: vault}"), others).path())
        .isEmpty();
    assertThat(
            Clusters.of(pod.replace("volumeMounts: [{name: t", "volumeMounts: [{name: x"), others)
                .path())
        .isEmpty();
  }

  @Test
  void aNamespaceThatEnforcesALevelRefusesThePod() {
    String pod = Clusters.POD.replace("containers:", "hostPID: true\n  containers:");
    String rights = bound("shop/api", rule("list", "secrets"), "");

    Reach reach = Clusters.of(pod, namespace("shop", "baseline"), rights).reach();
    assertThat(reach.verdict()).isEqualTo(Verdict.CONTAINED);
    assertThat(reach.refusal().orElseThrow().text()).isEqualTo("baseline");
    assertThat(Clusters.of(pod, namespace("shop", "privileged"), rights).reach().verdict())
        .isEqualTo(Verdict.TAKES_CLUSTER);
    assertThat(Clusters.of(Clusters.POD, namespace("shop", "restricted"), rights).reach().verdict())
        .isEqualTo(Verdict.TAKES_CLUSTER);
  }

  @Test
  void anAccountIsBoundThroughAGroup() {
    String rights =
        bound("shop/api", rule("list", "secrets"), "")
            .replace(
                "{kind: ServiceAccount, namespace: shop, name: api}",
                "{kind: Group, name: 'system:serviceaccounts:shop'}");

    assertThat(Clusters.of(Clusters.POD, rights).path())
        .containsExactly("mounted-token", "reads-secrets");
    assertThat(Clusters.of(Clusters.POD, rights.replace(":shop", ":other")).path()).isEmpty();
  }

  @Test
  void anAggregationCycleEnds() {
    String rights =
        bound("shop/api", rule("list", "secrets"), "")
            .replaceFirst(
                "rules: .*", "aggregationRule: {clusterRoleSelectors: [{matchLabels: {a: b}}]}")
            .replaceFirst("metadata: \\{", "metadata: {labels: {a: b}, ");
    String part =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: part, labels: {a: b}}
        rules: [{apiGroups: [''], resources: [secrets, pods], verbs: [list]}]
        """;
    Clusters cluster = Clusters.of(Clusters.POD, rights, part);

    assertThat(cluster.path()).containsExactly("mounted-token", "reads-secrets");
    assertThat(cluster.reach().cut())
        .extracting(Change::message)
        .containsExactly("take 'secrets' out of ClusterRole 'part'");
    assertThat(Clusters.of(Clusters.POD, rights).path()).isEmpty();
  }

  @Test
  void aRoleThatIsInNoFileIsSaid() {
    String rights =
        bound("shop/api", rule("list", "secrets"), "")
            .replaceFirst("name: shop-api-[^}]*}", "name: other}");
    Reach reach = Clusters.of(Clusters.POD, rights).reach();

    assertThat(reach.verdict()).isEqualTo(Verdict.CONTAINED);
    assertThat(reach.missing()).hasSize(1);
  }

  @Test
  void theChainOfAccountsGoesThroughNamespaces() {
    Clusters cluster =
        Clusters.of(
            Clusters.POD,
            namespace("shop", "baseline"),
            namespace("build", "baseline"),
            bound("shop/api", rule("create", "pods"), "shop"),
            bound("shop/deployer", rule("create", "serviceaccounts/token"), "build"),
            bound("build/runner", rule("get", "nodes/proxy"), ""));

    assertThat(cluster.path())
        .containsExactly(
            "mounted-token", "runs-as-account", "makes-token-of-account", "kubelet-api");
    assertThat(cluster.reach().path().get(2).to()).hasToString("service account 'build/runner'");
  }

  @Test
  void aRoleWithManyRulesIsTakenAwayAsAWhole() {
    String rules =
        Stream.generate(() -> rule("list", "secrets"))
            .limit(5_000)
            .collect(Collectors.joining(", "));
    Reach reach = Clusters.of(Clusters.POD, bound("shop/api", rules, "")).reach();

    assertThat(reach.path())
        .extracting(step -> step.edge().id())
        .containsExactly("mounted-token", "reads-secrets");
    assertThat(reach.cut()).hasSize(1);
    assertThat(reach.cut().get(0).message()).startsWith("take role 'shop-api-");
  }

  @Test
  void ofManyBindingsNoneIsCut() {
    String[] manifests =
        Stream.concat(
                Stream.of(Clusters.POD),
                Stream.iterate(0, i -> i + 1)
                    .limit(50)
                    .map(
                        i ->
                            bound("shop/api", rule("list", "secrets"), "")
                                .replace("name: shop-api", "name: n" + i)))
            .toArray(String[]::new);
    Reach reach = Clusters.of(manifests).reach();

    assertThat(reach.cut())
        .extracting(Change::message)
        .isEqualTo(List.of("set 'automountServiceAccountToken' to 'false'"));
  }
}
