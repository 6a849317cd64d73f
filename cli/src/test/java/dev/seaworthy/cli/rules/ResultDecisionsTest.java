package dev.seaworthy.cli.rules;

import static dev.seaworthy.cli.rules.Scan.pod;
import static dev.seaworthy.cli.rules.Scan.podWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.cli.BundledRules;
import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.podsecurity.PodSecurityLevel;
import dev.seaworthy.podsecurity.PodSecurityVersion;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rules.podsecurity.PodSecurityRules;
import dev.seaworthy.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names, places, types, exemptions and versions, where tools disagree. */
class ResultDecisionsTest {

  private static final String PRIVILEGED = "spec.containers[0].securityContext.privileged";

  @Test
  void t40NamesThatPromiseMore() {
    RuleCatalog catalog = Analyzer.catalogOf(BundledRules.all());
    assertThat(catalog.find("C-0055"))
        .extracting(RuleMetadata::id)
        .contains("seccomp-profile-missing")
        .allMatch(rule -> rule.startsWith("seccomp-"));
    assertThat(catalog.find("KSV-0002"))
        .extracting(RuleMetadata::id)
        .containsExactly("apparmor-unconfined");
    assertThat(catalog.find("disallow-host-process"))
        .extracting(RuleMetadata::id)
        .containsExactly("windows-host-process");
    assertThat(
            Scan.with("windows-host-process")
                .reports(
                    podWith(
                        "{}",
                        """
                        os: {name: windows}
                        hostNetwork: true
                        securityContext: {windowsOptions: {hostProcess: true}}
                        """)))
        .containsExactly("windows-host-process: spec.securityContext.windowsOptions.hostProcess");
    assertThat(catalog.find("ProcMount"))
        .extracting(RuleMetadata::id)
        .contains("sensitive-host-path");
  }

  @Test
  void t41TheExactPlace() {
    List<Finding> findings =
        Scan.with("host-port", "privileged-container")
            .analyze(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec:
                  containers:
                    - name: first
                      image: example.com/app:1.0
                    - name: second
                      image: example.com/app:1.0
                      ports:
                        - containerPort: 8080
                          hostPort: 80
                      securityContext: {privileged: true}
                """)
            .findings();
    assertThat(findings)
        .extracting(finding -> finding.location().toString())
        .containsExactly("test.yaml:12:21", "test.yaml:13:37");
    assertThat(findings)
        .extracting(finding -> finding.container().orElseThrow())
        .containsOnly("second");
  }

  @Test
  void t42WhereSuppressionsAreRead() {
    String manifest =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          annotations: {OBJECT: why}
        spec:
          template:
            metadata:
              annotations: {TEMPLATE: why}
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
                  securityContext: {privileged: true} # COMMENT why
                - name: helper
                  image: example.com/app:1.0
                  securityContext: {privileged: true}
        """;
    String ignore = "ignore.seaworthy.dev/privileged-container";
    assertThat(suppressed(manifest)).isZero();
    assertThat(suppressed(manifest.replace("OBJECT", ignore))).isEqualTo(2);
    assertThat(suppressed(manifest.replace("TEMPLATE", ignore))).isEqualTo(2);
    assertThat(suppressed(manifest.replace("TEMPLATE", ignore + ".helper"))).isEqualTo(1);
    assertThat(suppressed(manifest.replace("COMMENT", "seaworthy: ignore[KSV-0017]"))).isEqualTo(1);
    assertThat(
            Scan.with("privileged-container", "invalid-suppression")
                .messages(manifest.replace("OBJECT", "ignore.seaworthy.dev/no-such-rule")))
        .hasSize(3)
        .anyMatch(message -> message.startsWith("invalid-suppression: "));
  }

  private static int suppressed(String manifest) {
    AnalysisResult result = Scan.with("privileged-container").analyze(manifest);
    assertThat(result.findings().size() + result.suppressed().size()).isEqualTo(2);
    return result.suppressed().size();
  }

  @Test
  void t43ValuesOfTheWrongType() {
    Scan scan = Scan.with("privileged-container");
    for (String yes : List.of("true", "yes", "on", "True")) {
      assertThat(scan.reports(podWith("{privileged: " + yes + "}")))
          .as(yes)
          .containsExactly("privileged-container: " + PRIVILEGED);
    }
    for (String no : List.of("\"true\"", "\"false\"", "1", "[true]", "{}", "null")) {
      assertThat(scan.reports(podWith("{privileged: " + no + "}"))).as(no).isEmpty();
    }
  }

  @Test
  void t44DocumentationAndCode() {
    String manifest = podWith("{}", "hostNetwork: true\n");
    for (String name : List.of("web", "kube-proxy", "calico-node")) {
      for (String namespace : List.of("shop", "kube-system")) {
        List<Finding> findings =
            Scan.with("host-network")
                .analyze(manifest.replace("name: web", "name: " + name).replace("shop", namespace))
                .findings();
        assertThat(findings).extracting(Finding::severity).containsExactly(Severity.HIGH);
      }
    }
    assertThat(RulePage.of("host-network").text())
        .contains("- Severity: high\n", "- Profile: recommended\n");
  }

  @Test
  void t45ExemptionsOfTheCluster() {
    String exempt = podWith("{privileged: true}", "runtimeClassName: kata\n");
    String namespace =
        """
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: kube-system
          labels: {pod-security.kubernetes.io/enforce: privileged}
        """;
    assertThat(
            Scan.with("privileged-container", "pod-security-admission")
                .reports(exempt.replace("shop", "kube-system") + namespace))
        .containsExactly("privileged-container: " + PRIVILEGED);
    assertThat(
            Scan.with("pod-security-admission")
                .reports(
                    exempt.replace("shop", "kube-system")
                        + namespace.replace("privileged}", "baseline}")))
        .containsExactly("pod-security-admission: " + PRIVILEGED);
  }

  @Test
  void t46VersionsOfPolicies() {
    String probe =
        pod(
            """
            containers:
              - name: app
                image: example.com/app:1.0
                livenessProbe: {httpGet: {host: 10.0.0.1, port: 80}}
            """);
    assertThat(podSecurity("v1.33", probe)).isEmpty();
    assertThat(podSecurity("v1.34", probe))
        .containsExactly("pod-security/hostProbesAndHostLifecycle");
    String procMount = podWith("{procMount: Unmasked}", "hostUsers: false\n");
    assertThat(podSecurity("v1.34", procMount)).containsExactly("pod-security/procMount");
    assertThat(podSecurity("v1.35", procMount)).isEmpty();
    String sysctl =
        podWith(
            "{}",
            "securityContext: {sysctls: [{name: net.ipv4.tcp_rmem, value: 4096 87380 6291456}]}\n");
    assertThat(Scan.with("unsafe-sysctl").on("1.31").reports(sysctl))
        .containsExactly("unsafe-sysctl: spec.securityContext.sysctls[0].name");
    assertThat(Scan.with("unsafe-sysctl").on("1.32").reports(sysctl)).isEmpty();
  }

  private static List<String> podSecurity(String version, String yaml) {
    return Analyzer.builder()
        .rules(
            PodSecurityRules.of(
                PodSecurityLevel.BASELINE, PodSecurityVersion.of(version).orElseThrow()))
        .selection(RuleSelection.of(Profile.ALL))
        .build()
        .analyze(Source.of("test.yaml", yaml))
        .findings()
        .stream()
        .map(Finding::ruleId)
        .toList();
  }
}
