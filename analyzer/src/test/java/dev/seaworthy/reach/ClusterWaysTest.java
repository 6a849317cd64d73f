package dev.seaworthy.reach;

import static dev.seaworthy.reach.Clusters.bound;
import static dev.seaworthy.reach.Clusters.namespace;
import static dev.seaworthy.reach.Clusters.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ways through accounts, roles and namespaces that take more than one fact. */
class ClusterWaysTest {

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

  private static List<String> path(String... others) {
    return Clusters.of(
            Stream.concat(Stream.of(Clusters.POD), Stream.of(others)).toArray(String[]::new))
        .path();
  }

  @Test
  void aTokenOfAnotherAccountLiesInASecret() {
    String pod =
        Clusters.POD.replace(
                "spec:\n",
                "spec:\n  automountServiceAccountToken: false\n"
                    + "  volumes: [{name: t, secret: {secretName: boss-token}}]\n")
            + "      volumeMounts: [{name: t, mountPath: /t}]\n";
    String secret =
        """
        apiVersion: v1
        kind: Secret
        type: kubernetes.io/service-account-token
        metadata:
          name: boss-token
          namespace: shop
          annotations: {kubernetes.io/service-account.name: boss}
        """;
    String boss = bound("shop/boss", rule("list", "secrets"), "");

    assertThat(Clusters.of(pod, secret, boss).path())
        .containsExactly("secret-token", "reads-secrets");
    assertThat(Clusters.of(pod, secret.replace("service-account-token", "tls"), boss).path())
        .isEmpty();
    Clusters cluster = Clusters.of(pod, secret, boss);
    assertThat(cluster.with(cluster.reach().cut()).reach().verdict()).isEqualTo(Verdict.CONTAINED);
  }

  @Test
  void whatNobodyInParticularMayDoEverybodyMay() {
    String pod = Clusters.POD.replace("spec:\n", "spec:\n  automountServiceAccountToken: false\n");
    String rights = bound("shop/api", rule("list", "secrets"), "");
    String account = "{kind: ServiceAccount, namespace: shop, name: api}";
    String group = rights.replace(account, "{kind: Group, name: 'system:unauthenticated'}");
    String user = rights.replace(account, "{kind: User, name: 'system:anonymous'}");

    assertThat(Clusters.of(pod, group).path())
        .containsExactly("anonymous-request", "reads-secrets");
    assertThat(Clusters.of(pod, user).path()).containsExactly("anonymous-request", "reads-secrets");
    assertThat(Clusters.of(pod, group.replace("unauthenticated", "masters")).path()).isEmpty();
    assertThat(Clusters.of(pod, user).reach().cut())
        .extracting(Change::message)
        .first()
        .asString()
        .startsWith("take 'list secrets' out of ClusterRole");
  }

  @Test
  void aRuleMayNameAccountsOfOtherNamespaces() {
    String boss = bound("build/boss", rule("get", "nodes/proxy"), "");
    String token = rule("create", "serviceaccounts/token");

    assertThat(path(boss, bound("shop/api", named(token, "boss"), "")))
        .containsExactly("mounted-token", "makes-token-of-account", "kubelet-api");
    assertThat(path(boss, bound("shop/api", named(token, "other"), ""))).isEmpty();
    assertThat(
            path(
                boss,
                bound(
                    "shop/api",
                    named(rule("impersonate", "users"), "system:serviceaccount:build:boss"),
                    "")))
        .containsExactly("mounted-token", "impersonates-account", "kubelet-api");
  }

  @Test
  void theAccountsOfControllersAreKnownByTheirNames() {
    String token = rule("create", "serviceaccounts/token");

    assertThat(
            path(
                bound(
                    "shop/api", named(token, "clusterrole-aggregation-controller"), "kube-system")))
        .containsExactly("mounted-token", "makes-tokens");
    assertThat(path(bound("shop/api", named(token, "node-controller"), "kube-system"))).isEmpty();
  }

  @Test
  void aNamespaceWhoseLabelCanBeChangedStopsNothing() {
    String pods = bound("shop/api", rule("create", "pods"), "shop");
    String level = namespace("shop", "restricted");

    assertThat(path(pods, level)).isEmpty();
    assertThat(path(pods, level, bound("shop/api", rule("patch", "namespaces"), "")))
        .containsExactly("mounted-token", "creates-privileged-pods");
    assertThat(
            path(pods, level, bound("shop/api", named(rule("patch", "namespaces"), "other"), "")))
        .isEmpty();
  }

  @Test
  void whoPlantsASecretChoosesItsName() {
    String boss = bound("shop/boss", rule("get", "nodes/proxy"), "");
    String rules = rule("create", "secrets") + ", " + named(rule("get", "secrets"), "mine");

    assertThat(path(boss, bound("shop/api", rules, "shop")))
        .containsExactly("mounted-token", "plants-token-secret", "kubelet-api");
    assertThat(path(bound("shop/api", rules, ""))).containsExactly("mounted-token", "makes-tokens");
  }

  @Test
  void rolesAreMadeAndBoundAsWellAsChanged() {
    String group = "rbac.authorization.k8s.io!";
    String bindings = rule("create", group + "clusterrolebindings");

    assertThat(
            path(
                bound(
                    "shop/api",
                    named(rule("bind", group + "clusterroles"), "edit") + ", " + bindings,
                    "")))
        .containsExactly("mounted-token", "bind");
    assertThat(
            path(
                bound(
                    "shop/api",
                    rule("escalate, create", group + "clusterroles")
                        + ", "
                        + named(rule("bind", group + "clusterroles"), "own")
                        + ", "
                        + bindings,
                    "")))
        .containsExactly("mounted-token", "escalate");
  }

  @Test
  void anotherImageIsOnesOwnCode() {
    assertThat(path(bound("shop/api", rule("patch", "pods"), "")))
        .containsExactly("mounted-token", "enters-pods");
  }

  @Test
  void beforeVersion35ACommandTookNoMoreThanGet() {
    ClusterProfile old = ClusterProfile.of(new KubernetesVersion(1, 34));
    String rights = bound("shop/api", rule("get", "pods/exec"), "");

    assertThat(Clusters.of(old, Clusters.POD, rights).path())
        .containsExactly("mounted-token", "enters-pods");
    assertThat(path(rights)).isEmpty();
  }

  @Test
  void aGroupIsNamedWhereARoleIsTakenFromIt() {
    String rights =
        bound("shop/api", rule("list", "secrets") + ", " + rule("get", "secrets"), "")
            .replace(
                "{kind: ServiceAccount, namespace: shop, name: api}",
                "{kind: Group, name: 'system:serviceaccounts'}");

    assertThat(Clusters.of(Clusters.POD, rights).reach().cut())
        .extracting(Change::message)
        .first()
        .asString()
        .endsWith("away from group 'system:serviceaccounts'");
  }

  private static String named(String rule, String name) {
    return rule.replace("}", ", resourceNames: ['" + name + "']}");
  }
}
