package dev.seaworthy.cli;

import static dev.seaworthy.cli.CliRun.in;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PodSecurityOptionTest {

  @TempDir Path folder;

  @BeforeEach
  void beTheRootOfARepository() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    write(
        "job.yaml",
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: job}
        spec:
          template:
            spec:
              hostPID: true
              containers:
                - name: app
                  image: example.com/app:1.0
                  livenessProbe: {httpGet: {host: 127.0.0.1, port: 80}}
        """);
  }

  @Test
  void judgesAsTheApiServer() {
    in(folder)
        .run("check", "--profile=none", "--pod-security=restricted", "--quiet")
        .exits(1)
        .prints(
            "job.yaml:7:16: high[pod-security/hostNamespaces]: host namespaces (pod must not set to"
                + " true: 'hostPID')",
            "job.yaml:11:43: high[pod-security/hostProbesAndHostLifecycle]",
            "job.yaml:9:11: medium[pod-security/allowPrivilegeEscalation]",
            "pod-security/runAsNonRoot")
        .doesNotPrint("[host-pid]");
  }

  @Test
  void aLevelHoldsThoseBelow() {
    in(folder)
        .run("check", "--profile=none", "--pod-security=baseline:v1.33", "--quiet")
        .prints("pod-security/hostNamespaces")
        .doesNotPrint("hostProbes", "runAsNonRoot");
    in(folder)
        .run("check", "--profile=none", "--pod-security=baseline", "--kubernetes-version=1.33")
        .doesNotPrint("hostProbes");
  }

  @Test
  void otherRulesRunBesideIt() {
    in(folder)
        .run("check", "--pod-security", "baseline", "--quiet")
        .prints("[host-pid]", "[pod-security/hostNamespaces]");
    in(folder)
        .run("check", "--pod-security=baseline", "--rule=host-pid", "--quiet")
        .prints("[host-pid]", "[pod-security/hostNamespaces]")
        .doesNotPrint("writable-root-filesystem");
    in(folder).run("check", "--profile=all").doesNotPrint("[pod-security/");
  }

  @Test
  void itsRulesAreKnownByName() throws IOException {
    write("seaworthy.yaml", "rules: {pod-security/hostNamespaces: {severity: info}}\n");
    in(folder)
        .run("check", "--profile=none", "--pod-security=baseline:v1.20", "--quiet")
        .exits(0)
        .prints("info[pod-security/hostNamespaces]");
    in(folder).run("explain", "pod-security/runAsNonRoot").exits(0).prints("runAsNonRoot");
    in(folder).run("rules").prints("pod-security/seccompProfile_restricted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "strict", "Baseline", "baseline:", "baseline:1", "baseline:v2.0", ":"})
  void saysWhatIsNoLevel(String value) {
    in(folder)
        .run("check", "--pod-security=" + value)
        .exits(2)
        .complains("--pod-security cannot be '" + value + "'");
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
