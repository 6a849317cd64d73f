package dev.seaworthy.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyRuleTest {

  private static final Access GET_SECRETS = new Access("get", "", "secrets");

  @Test
  void allowsWhatVerbGroupAndResourceName() {
    PolicyRule rule = rule("apiGroups: [apps], resources: [deployments], verbs: [get, list]");

    assertThat(rule.allows(new Access("list", "apps", "deployments"))).isTrue();
    assertThat(rule.allows(new Access("watch", "apps", "deployments"))).isFalse();
    assertThat(rule.allows(new Access("list", "", "deployments"))).isFalse();
    assertThat(rule.allows(new Access("list", "apps", "daemonsets"))).isFalse();
  }

  @Test
  void aStarStandsForAll() {
    assertThat(rule("apiGroups: [''], resources: [secrets], verbs: ['*']").allows(GET_SECRETS))
        .isTrue();
    assertThat(rule("apiGroups: ['*'], resources: [secrets], verbs: [get]").allows(GET_SECRETS))
        .isTrue();
    assertThat(rule("apiGroups: [''], resources: ['*'], verbs: [get]").allows(GET_SECRETS))
        .isTrue();
    assertThat(rule("apiGroups: ['*'], resources: ['*'], verbs: [list]").allows(GET_SECRETS))
        .isFalse();
    assertThat(rule("apiGroups: [apps], resources: ['*'], verbs: ['*']").allows(GET_SECRETS))
        .isFalse();
  }

  @Test
  void aSubresourceIsNamedByItself() {
    Access exec = new Access("create", "", "pods/exec");

    assertThat(rule("apiGroups: [''], resources: [pods/exec], verbs: [create]").allows(exec))
        .isTrue();
    assertThat(rule("apiGroups: [''], resources: ['*'], verbs: [create]").allows(exec)).isTrue();
    assertThat(rule("apiGroups: [''], resources: ['*/exec'], verbs: [create]").allows(exec))
        .isTrue();
    assertThat(rule("apiGroups: [''], resources: [pods], verbs: [create]").allows(exec)).isFalse();
    assertThat(rule("apiGroups: [''], resources: ['*/log'], verbs: [create]").allows(exec))
        .isFalse();
    assertThat(rule("apiGroups: [''], resources: ['pods/*'], verbs: [create]").allows(exec))
        .isFalse();
    assertThat(
            rule("apiGroups: [''], resources: [pods/exec], verbs: [create]")
                .allows(new Access("create", "", "pods")))
        .isFalse();
  }

  @Test
  void resourceNamesLeaveOtherObjectsOut() {
    PolicyRule rule =
        rule("apiGroups: [''], resources: [secrets], resourceNames: [web], verbs: [get]");

    assertThat(rule.allows(GET_SECRETS.named("web"))).isTrue();
    assertThat(rule.allows(GET_SECRETS.named("db"))).isFalse();
    assertThat(rule.allows(GET_SECRETS)).isFalse();
    assertThat(rule.allowsSome(GET_SECRETS)).isTrue();
    assertThat(rule.allowsSome(GET_SECRETS.named("db"))).isFalse();
    assertThat(rule.isNamed()).isTrue();
  }

  @Test
  void requestsWithoutNameAreOutOfReachOfResourceNames() {
    PolicyRule rule =
        rule(
            "apiGroups: [''], resources: [secrets, serviceaccounts/token], resourceNames: [web],"
                + " verbs: ['*']");

    assertThat(rule.allowsSome(new Access("create", "", "secrets"))).isFalse();
    assertThat(rule.allowsSome(new Access("deletecollection", "", "secrets"))).isFalse();
    assertThat(rule.allowsSome(new Access("list", "", "secrets"))).isTrue();
    assertThat(rule.allowsSome(new Access("create", "", "serviceaccounts/token"))).isTrue();
  }

  @Test
  void pathsMayEndWithAStar() {
    PolicyRule rule = rule("nonResourceURLs: [/metrics, '/healthz/*'], verbs: [get]");

    assertThat(rule.allowsUrl("get", "/metrics")).isTrue();
    assertThat(rule.allowsUrl("get", "/healthz/etcd")).isTrue();
    assertThat(rule.allowsUrl("get", "/metrics/slis")).isFalse();
    assertThat(rule.allowsUrl("get", "/healthz")).isFalse();
    assertThat(rule.allowsUrl("put", "/metrics")).isFalse();
    assertThat(rule("nonResourceURLs: ['*'], verbs: ['*']").allowsUrl("put", "/any")).isTrue();
  }

  @Test
  void aRuleAboutPathsAllowsNothingElse() {
    assertThat(rule("nonResourceURLs: ['*'], verbs: ['*']").allows(GET_SECRETS)).isFalse();
    assertThat(
            rule("apiGroups: ['*'], resources: ['*'], verbs: ['*']").allowsUrl("get", "/metrics"))
        .isFalse();
  }

  @Test
  void knowsWhereItIsWritten() {
    PolicyRule rule = rule("apiGroups: [''], resources: [secrets], verbs: [get]");

    assertThat(rule.field().orElseThrow().get("verbs").item(0)).hasToString("rules[0].verbs[0]");
  }

  @Test
  void whatIsNoRuleIsLeftOut() {
    String role = RbacFixture.document("Role", "name: odd", "rules: [1, {verbs: get}, ~]");

    List<PolicyRule> rules = PolicyRule.of(RbacFixture.objects("odd.yaml", role).get(0));

    assertThat(rules).hasSize(1);
    assertThat(rules.get(0).verbs()).isEmpty();
  }

  private static PolicyRule rule(String rule) {
    String role = RbacFixture.role("ClusterRole", "name: some", rule);
    return PolicyRule.of(RbacFixture.objects("role.yaml", role).get(0)).get(0);
  }
}
