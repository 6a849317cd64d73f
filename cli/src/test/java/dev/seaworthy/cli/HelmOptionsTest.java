package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How charts are rendered, as the command line and the configuration say. */
@EnabledOnOs(
    value = {OS.LINUX, OS.MAC},
    architectures = {"amd64", "x86_64", "aarch64", "arm64"},
    disabledReason = "there is no native Helm engine for the platform")
class HelmOptionsTest {

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: {{ .Release.Name }}
        namespace: {{ .Release.Namespace }}
      spec:
        hostPID: {{ .Values.hostPid }}
        hostNetwork: {{ .Values.hostNetwork }}
        hostIPC: {{ kindIs "string" .Values.text }}
        containers:
          - {name: app, image: "app:1"}
      """;
  private static final String VALUES = "hostPid: false\nhostNetwork: false\ntext: 1\n";

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void createChart() throws IOException {
    folder = temporary.toRealPath();
    write("web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n");
    write("web/values.yaml", VALUES);
    write("web/templates/pod.yaml", POD);
  }

  @Test
  void aChartIsRenderedWithItsOwnValuesAndThoseOfItsScenarios() throws IOException {
    write("web/ci/pid-values.yaml", "hostPid: true\n");

    assertThat(check()).containsExactly("host-pid release-name [ci/pid-values.yaml]");
  }

  @Test
  void valuesOfTheCommandLineTakeThePlaceOfAllScenarios() throws IOException {
    write("web/ci/pid-values.yaml", "hostPid: true\n");
    write("one.yaml", "hostPid: true\nhostNetwork: true\n");
    write("two.yaml", "hostPid: false\n");

    assertThat(check("--helm-values", "one.yaml", "--helm-values", "two.yaml"))
        .containsExactly("host-network release-name [command line]");
    assertThat(check("--helm-values", "one.yaml", "--helm-set", "hostPid=false,hostNetwork=false"))
        .isEmpty();
    assertThat(check("--helm-set", "text=1")).isEmpty();
    assertThat(check("--helm-set-string", "text=1"))
        .containsExactly("host-ipc release-name [command line]");
  }

  @Test
  void theReleaseHasANameAndANamespace() {
    String object =
        json("--helm-set", "hostPid=true", "--helm-release", "prod", "--helm-namespace", "shop")
            .get("findings")
            .get(0)
            .get("object")
            .toString();

    assertThat(object).contains("\"namespace\":\"shop\"", "\"name\":\"prod\"");
  }

  @Test
  void theConfigurationNamesScenariosForCharts() throws IOException {
    write("prod/values.yaml", "hostNetwork: true\n");
    write(
        "seaworthy.yaml",
        """
        helm:
          releaseName: all
          charts:
            - chart: other
              scenarios: [{name: never, set: {hostPid: true}}]
            - chart: we*
              releaseName: ours
              scenarios:
                - {name: prod, values: [prod/values.yaml]}
                - {name: text, set: {text: "a,b\\\\"}}
                - {name: pid, set: {hostPid: true}, values: [prod/values.yaml]}
        """);

    assertThat(check())
        .containsExactly(
            "host-ipc ours [text]", "host-network ours [prod, pid]", "host-pid ours [pid]");
    assertThat(check("--helm-release", "mine", "--helm-set", "hostPid=true"))
        .containsExactly("host-pid mine [command line]");
  }

  @Test
  void valuesThatCannotBeReadAreAnErrorOfUsage() throws IOException {
    write("binary.yaml", "\u0000\u0001\u0002");

    CliRun.in(folder)
        .run("check", "web", "--helm-values", "gone.yaml")
        .exits(2)
        .complains("--helm-values: cannot read 'gone.yaml'");
    CliRun.in(folder).run("check", "web", "--helm-set", "a[0").exits(2).complains("a[0");
    CliRun.in(folder)
        .run("check", "web", "--helm-api-version", "x/v1")
        .exits(2)
        .complains("option '--helm-api-version' needs an installed helm: add --helm-engine");
  }

  @Test
  void anEngineIsLookedForOnThePathAndNotInTheWorkingDirectory() throws IOException {
    Path bin = folder.resolve("bin");
    write("bin/helm", "#!/bin/sh\necho this is no helm\n");
    executable("bin/helm");
    write("helm", "#!/bin/sh\necho this is no helm\n");
    executable("helm");

    CliRun.in(folder)
        .with("PATH", "relative:" + bin)
        .run("check", "web", "--helm-engine", "helm")
        .exits(3)
        .prints("'" + bin.resolve("helm") + "' is not Helm 3 or newer");
    CliRun.in(folder)
        .with("PATH", ".:" + folder.resolve("none"))
        .run("check", "web", "--helm-engine", "helm")
        .exits(2)
        .complains("there is no program 'helm' on the PATH");
    CliRun.in(folder)
        .run("check", "web", "--helm-engine", "./helm")
        .exits(3)
        .prints("'" + folder.resolve("helm") + "' is not Helm 3 or newer");
  }

  private void executable(String name) throws IOException {
    Files.setPosixFilePermissions(
        folder.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Each finding as {@code rule object [scenarios]}, sorted. */
  private List<String> check(String... options) {
    List<String> found = new ArrayList<>();
    for (JsonNode finding : json(options).get("findings")) {
      List<String> scenarios = new ArrayList<>();
      finding.get("scenarios").forEach(scenario -> scenarios.add(scenario.asString()));
      String object = finding.get("object").get("name").asString();
      found.add(finding.get("ruleId").asString() + " " + object + " " + scenarios);
    }
    return found.stream().sorted().toList();
  }

  private JsonNode json(String... options) {
    Path cache = Invocation.PROJECT.resolve("cli").resolve("target").resolve("cache");
    List<String> arguments = new ArrayList<>(List.of("check", "web", "--format=json"));
    for (String rule : List.of("host-pid", "host-network", "host-ipc")) {
      arguments.addAll(List.of("--rule", rule));
    }
    arguments.addAll(List.of(options));
    CliRun run =
        CliRun.in(folder)
            .with("XDG_CACHE_HOME", cache.toString())
            .run(arguments.toArray(String[]::new));
    JsonNode result = JsonMapper.shared().readTree(run.out());
    assertThat(result.get("problems")).isEmpty();
    return result;
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }
}
