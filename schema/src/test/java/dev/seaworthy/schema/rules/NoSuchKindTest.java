package dev.seaworthy.schema.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.schema.KubernetesSchemas;
import dev.seaworthy.source.Source;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoSuchKindTest {

  private static final List<Rule> RULES = SchemaRules.of(Schemas.bundled());
  private static final String CRD =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: pods.apps}
      spec:
        group: apps
        scope: Namespaced
        names: {plural: pods, kind: Pod}
        versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}]
      ---
      """;

  private static AnalysisResult analyse(String target, List<Rule> rules, String text) {
    return Analyzer.builder()
        .rules(rules)
        .selection(RuleSelection.of(Profile.ALL))
        .cluster(ClusterProfile.of(KubernetesVersion.parse(target)))
        .build()
        .analyze(Source.of("x.yaml", text));
  }

  private static String object(String apiVersion, String kind) {
    return "apiVersion: %s\nkind: %s\nmetadata: {name: x}\n".formatted(apiVersion, kind);
  }

  private static String told(Finding finding) {
    int line = finding.location().span().start().line();
    return finding.ruleId() + " " + line + " " + finding.message();
  }

  private static List<String> findings(String target, String apiVersion, String kind) {
    AnalysisResult result = analyse(target, RULES, object(apiVersion, kind));
    assertThat(result.problems()).isEmpty();
    return result.findings().stream()
        .filter(finding -> !finding.ruleId().equals("schema-missing-field"))
        .map(NoSuchKindTest::told)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "v1, Deployment, 1, apps/v1",
    "apps/v1beta3, Deployment, 1, apps/v1",
    "apps, Deployment, 1, apps/v1",
    "V1, Pod, 1, v1",
    "networking.k8s.io/v1beta9, Ingress, 1, networking.k8s.io/v1",
    "extensions/v1, Ingress, 1, networking.k8s.io/v1",
    "app/v1, Deployment, 1, apps/v1",
    "Apps/v1, Deployment, 1, apps/v1",
    "networking/v1, Ingress, 1, networking.k8s.io/v1",
    "rbac/v1, ClusterRole, 1, rbac.authorization.k8s.io/v1",
    "apps/v1, deployment, 2, Deployment",
    "apps/v1, Deploymnet, 2, Deployment",
    "apps/v1, Deployments, 2, Deployment",
    "v1, pod, 2, Pod",
    "v1, Configmap, 2, ConfigMap",
    "networking.k8s.io/v1, NetworkPolicies, 2, NetworkPolicy",
    "v1, deployments, 2, Deployment' in 'apps/v1",
    "v1, ingresses, 2, Ingress' in 'networking.k8s.io/v1",
    "apps/v2, Deploymnet, 2, Deployment' in 'apps/v1",
  })
  void whatResemblesAKindIsToldAtTheFieldThatIsWrong(
      String apiVersion, String kind, int line, String meant) {
    assertThat(findings("1.36", apiVersion, kind))
        .isEqualTo(findings("1.37", apiVersion, kind))
        .containsExactly(
            "schema-no-such-kind %d '%s' has no kind '%s' in Kubernetes; did you mean '%s'?"
                .formatted(line, apiVersion, kind, meant));
  }

  @ParameterizedTest
  @CsvSource({
    "v1, Config, ''",
    "kubeadm.k8s.io/v1beta3, ClusterConfiguration, ''",
    "skaffold/v4beta6, Service, '; did you mean ''v1''?'",
    "example.org/v1, Pod, '; did you mean ''v1''?'",
    "rbac.k8s.io/v1, Role, '; did you mean ''rbac.authorization.k8s.io/v1''?'",
    "autoscaling.k8s.io/v1, VerticalPodAutoscaler, ''",
  })
  void whatMayBeSomebodyElsesIsOnlyUnknown(String apiVersion, String kind, String hint) {
    assertThat(findings("1.36", apiVersion, kind))
        .containsExactly(
            "schema-unknown-kind 2 no schema is known for '%s' of '%s'%s"
                .formatted(kind, apiVersion, hint));
  }

  @ParameterizedTest
  @CsvSource({
    "1.30, certificates.k8s.io/v1beta1, ClusterTrustBundle, 1.33,"
        + " '; did you mean ''certificates.k8s.io/v1alpha1''?'",
    "1.30, networking.k8s.io/v1, ServiceCIDR, 1.33,"
        + " '; did you mean ''networking.k8s.io/v1alpha1''?'",
    "1.20, admissionregistration.k8s.io/v1, ValidatingAdmissionPolicy, 1.30,"
        + " '; did you mean ''admissionregistration.k8s.io/v1beta1''?'",
  })
  void whatCameLaterSaysWhen(
      String target, String apiVersion, String kind, String added, String hint) {
    assertThat(findings(target, apiVersion, kind))
        .containsExactly(
            "schema-no-such-kind 1 '%s' has no kind '%s' before Kubernetes %s%s"
                .formatted(apiVersion, kind, added, hint));
  }

  @ParameterizedTest
  @CsvSource({
    // a later version may have them
    "1.37, apps/v2, Deployment",
    "1.37, scheduling.k8s.io/v1alpha9, PriorityClas",
    "1.99, batch/v2beta1, CronJob",
    // an earlier version may have had them
    "1.20, rbac.authorization.k8s.io/v1alpha1, Role",
    "1.8, autoscaling/v2alpha9, HorizontalPodAutoscaler",
  })
  void whatOtherVersionsMayHaveIsOnlyUnknown(String target, String apiVersion, String kind) {
    assertThat(findings(target, apiVersion, kind))
        .singleElement()
        .asString()
        .startsWith("schema-unknown-kind")
        .contains("did you mean");
    String known = KubernetesSchemas.versions().get(3).toString();
    assertThat(findings(known, apiVersion, kind))
        .singleElement()
        .asString()
        .startsWith("schema-no-such-kind");
  }

  @Test
  void whatIsRemovedIsToldAsThatAlone() {
    assertThat(findings("1.36", "extensions/v1beta1", "Ingress"))
        .containsExactly(
            "api-version-removed 1 'extensions/v1beta1' has no 'Ingress' since Kubernetes 1.22;"
                + " 'networking.k8s.io/v1' replaces it");
  }

  @ParameterizedTest
  @CsvSource({
    "1.14, extensions/v1beta1, Deployment, api-version-deprecated",
    "1.30, flowcontrol.apiserver.k8s.io/v1beta3, FlowSchema, api-version-deprecated",
    "1.30, resource.k8s.io/v1alpha3, ResourceClaim, schema-no-such-kind",
  })
  void whatCameAndWentIsToldOnce(String target, String apiVersion, String kind, String rule) {
    assertThat(findings(target, apiVersion, kind)).singleElement().asString().startsWith(rule);
  }

  @Test
  void aKindThatIsDefinedIsKnown() {
    assertThat(findings("1.36", "apps/v1", "Pod")).hasSize(1);
    assertThat(analyse("1.36", RULES, CRD + object("apps/v1", "Pod")).findings()).isEmpty();
  }

  @Test
  void aKindThatOnlyTheUsersOwnLocationsDoNotHaveIsNoMistake() {
    Schemas none =
        new Schemas(
            version -> List.of((apiVersion, kind) -> Optional.empty()), Schemas.kubernetes());
    assertThat(analyse("1.36", SchemaRules.of(none), object("v1", "Pod")).findings())
        .extracting(Finding::message)
        .containsExactly("no schema is known for 'Pod' of 'v1'");
    assertThat(analyse("1.36", SchemaRules.of(none), object("v1", "Pods")).findings())
        .extracting(Finding::ruleId)
        .containsExactly("schema-no-such-kind");
  }

  @Test
  void everyObjectIsTold() {
    String two = object("v1", "pod") + "---\n" + object("v1", "pod");
    assertThat(analyse("1.36", RULES, two).findings()).hasSize(2);
  }

  @Test
  void anItemWithoutAnApiVersionOfItsOwnIsTold() {
    String list = "apiVersion: v1\nkind: DeploymentList\nitems:\n  - metadata: {name: x}\n";
    assertThat(analyse("1.36", RULES, list).findings())
        .extracting(NoSuchKindTest::told)
        .containsExactly(
            "schema-no-such-kind 4 'v1' has no kind 'Deployment' in Kubernetes; did you mean"
                + " 'apps/v1'?");
  }
}
