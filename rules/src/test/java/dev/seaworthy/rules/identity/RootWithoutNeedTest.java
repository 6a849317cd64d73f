package dev.seaworthy.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.rules.RulePages;
import dev.seaworthy.source.Source;
import dev.seaworthy.testing.RuleTester;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RootWithoutNeedTest {

  private final RuleTester rule = RuleTester.of(new RootWithoutNeed());

  /** A line of the page's decision table: parts of a container and of its pod, and what is said. */
  record Decision(String container, String pod, String verdict) {

    static Decision of(String line) {
      String[] cells = line.substring(1).split("\\|");
      return new Decision(yaml(cells[0]), yaml(cells[1]), cells[2].strip());
    }

    private static String yaml(String cell) {
      return cell.strip().replace("`", "");
    }

    String manifest() {
      String more = pod.isEmpty() ? "" : ", " + pod;
      return "apiVersion: v1\nkind: Pod\nspec: {containers: [{name: app, %s}]%s}\n"
          .formatted(container, more);
    }
  }

  static List<Decision> decisions() {
    List<Decision> decisions =
        RulePages.page("root-without-need")
            .orElseThrow()
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(Decision::of)
            .toList();
    assertThat(decisions).hasSizeGreaterThan(40);
    return decisions;
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void decidesAsThePageSays(Decision decision) {
    List<String> messages =
        rule.findings(decision.manifest()).stream().map(Finding::message).toList();
    if (decision.verdict().equals("silent")) {
      assertThat(messages).isEmpty();
    } else {
      assertThat(messages).singleElement().asString().contains(decision.verdict());
    }
  }

  @Test
  void standsAtTheNameOfEachContainerOfAnyType() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: Deployment
        spec:
          template:
            spec:
              initContainers:
                #! init container 'setup' may run as root, but nothing in the manifest needs that
                - name: setup
              containers:
                - image: app:1
                  name: app #! container 'app' runs as root, but nothing in the manifest needs that
                  securityContext: {runAsUser: 0}
                - name: ordinary
                  securityContext: {runAsNonRoot: true}
              ephemeralContainers:
                - name: debug #! ephemeral container 'debug' may run as root
        """);
  }

  @Test
  void oneRealNeedIsEnough() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: agent
              ports: [{containerPort: 80}]
              securityContext: {capabilities: {add: [SYS_ADMIN, CHOWN]}}
        """);
  }

  @Test
  void pointsAtWhatRootIsFor() {
    List<Finding> findings =
        rule.findings(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers:
                - name: web
                  ports:
                    - containerPort: 80
                    - containerPort: 8080
                  securityContext:
                    capabilities:
                      add: [SETGID]
            """);
    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .contains(
                      "reasons for that in the manifest are port 80, where", "; and capability");
              assertThat(finding.path()).isEqualTo("spec.containers[0].name");
              assertThat(finding.container()).contains("web");
              assertThat(finding.related())
                  .extracting(other -> other.location() + " " + other.message())
                  .containsExactly(
                      "test.yaml:7:26 port 80 is a reason for root",
                      "test.yaml:11:17 capability 'SETGID' is a reason for root");
            });
  }

  @Test
  void messageStaysShortHoweverMuchIsAskedFor() {
    String ports =
        IntStream.rangeClosed(1, 500)
            .mapToObj("{containerPort: %d}"::formatted)
            .collect(Collectors.joining(", "));
    List<Finding> findings =
        rule.findings(
            "apiVersion: v1\nkind: Pod\nspec: {containers: [{name: app, ports: [%s]}]}\n"
                .formatted(ports));
    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .contains("are port 1, port 2, port 3 and 497 more, where");
              assertThat(finding.related()).hasSize(10);
            });
  }

  @Test
  void aPortIsToldOnceThoughAProbeAsksForItToo() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: web #! the only reason for that in the manifest is port 80, where
              ports: [{name: http, containerPort: 80}, {containerPort: 80, protocol: UDP}]
              livenessProbe: {httpGet: {port: http}}
              readinessProbe: {httpGet: {port: 80}}
        """);
  }

  @Test
  void aClaimTemplateOfAStatefulSetIsAVolumeAsWell() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        spec:
          volumeClaimTemplates:
            - metadata: {name: data}
          template:
            spec:
              containers:
                - name: db #! the only reason for that in the manifest is volume 'data', where 'fsGroup'
                  volumeMounts:
                    - {name: data, mountPath: /var/lib/db}
                    - {name: unknown, mountPath: /unknown}
        """);
  }

  @Test
  void looksAtThePartOfAHostPathThatIsMounted() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          volumes: [{name: node, hostPath: {path: /}}]
          containers:
            - name: clock #! container 'clock' may run as root, but nothing in the manifest needs that
              volumeMounts: [{name: node, mountPath: /etc/localtime, subPath: etc/localtime}]
            - name: agent
              volumeMounts: [{name: node, mountPath: /node}]
        """);
  }

  @Test
  void offersAUserNamespaceWhereThereIsOne() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: iptables #! where a user namespace ('hostUsers: false') would serve
              securityContext: {capabilities: {add: [NET_ADMIN]}}
        """;
    rule.check(yaml);
    rule.on(ClusterProfile.of(new KubernetesVersion(1, 30))).check(yaml.replaceAll(" #!.*", ""));
    rule.check(yaml.replaceAll(" #!.*", "").replace("spec:", "spec:\n  hostIPC: true"));
  }

  @Test
  void aUserNamespaceThatTheClusterDoesNotHaveIsNoHelp() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostUsers: false
          containers:
            - name: app
        """;
    rule.check(yaml);
    rule.on(ClusterProfile.of(new KubernetesVersion(1, 30)))
        .check(yaml.replace("app", "app #! nothing in the manifest needs that"));
  }

  @Test
  void rootOnRootlessNodesIsNotRoot() {
    rule.on(new ClusterProfile(KubernetesVersion.LATEST, true, false, false))
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers: [{name: app, securityContext: {runAsUser: 0}}]
            """);
  }

  @Test
  void aPatchShowsOnlyAPartOfWhatIsNeeded() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers: [{name: app, securityContext: {runAsUser: 0}}]
        """;
    AnalysisResult result =
        Analyzer.builder()
            .rules(List.of(new RootWithoutNeed()))
            .build()
            .analyze(
                Source.of("kustomization.yaml", "patches: [{path: patch.yaml}]"),
                Source.of("patch.yaml", pod),
                Source.of("pod.yaml", pod));
    assertThat(result.findings())
        .extracting(finding -> finding.location().file())
        .containsExactly("pod.yaml");
  }

  @Test
  void valuesOfAWrongTypeAskForNothing() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {sysctls: [{name: net/ipv4/ip_unprivileged_port_start, value: many}, 5]}
          volumes: [{name: v, hostPath: /data}, 5, {hostPath: {path: [a]}}]
          containers:
            - name: app #! nothing in the manifest needs that
              ports: [{containerPort: http}, 80, {containerPort: -1}, {containerPort: 0}]
              command: {sh: chown}
              args: [5, null, chownership, "--chown=5"]
              volumeDevices: 5
              volumeMounts: [5, {name: v}, {name: [v]}]
              livenessProbe: {httpGet: 80}
        """);
  }
}
