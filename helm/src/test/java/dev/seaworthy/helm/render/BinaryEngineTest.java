package dev.seaworthy.helm.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seaworthy.helm.render.RenderResult.Failed;
import dev.seaworthy.helm.render.RenderResult.Reason;
import dev.seaworthy.helm.render.RenderResult.Refused;
import dev.seaworthy.helm.render.RenderResult.Rendered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With shell scripts in Helm's place. */
class BinaryEngineTest {

  private static final String VERSION = "[ \"$1\" = version ] && echo v3.18.2 && exit\n";
  private static final EngineLimits PATIENT = EngineLimits.DEFAULT.withTime(Duration.ofMinutes(5));

  @TempDir Path folder;

  private RenderRequest request;

  @BeforeEach
  void setUp() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell");
    request = RenderRequest.of(TestCharts.chart(folder, "a: 1"), "1.34");
  }

  private Path program(String script) throws IOException {
    Path program = Files.createTempFile(folder, "helm", "");
    Files.writeString(program, "#!/bin/sh\n" + script);
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  private RenderResult render(String script, EngineLimits limits) throws IOException {
    try (HelmEngine engine = HelmEngine.binary(program(VERSION + script), limits)) {
      return engine.render(request);
    }
  }

  @Test
  void passesTheRequestOn() throws Exception {
    Path strange = Files.writeString(folder.resolve("a,b.yaml"), "a: 1");
    Path plain = folder.resolve("values.yaml");
    request =
        request
            .withRelease("-shop", "prod")
            .withValues(
                List.of(plain, strange), List.of(SetValue.typed("a=1"), SetValue.string("b=2")))
            .withApiVersions(List.of("example.com/v1"));
    RenderResult result = render("for a in \"$@\"; do echo \"$a\"; done", PATIENT);
    assertThat(((Rendered) result).output().lines())
        .hasSize(12)
        .startsWith(
            "template",
            "--no-hooks",
            "--namespace=prod",
            "--kube-version=1.34",
            "--values=" + plain)
        .endsWith(
            "--set=a=1",
            "--set-string=b=2",
            "--api-versions=example.com/v1",
            "--",
            "-shop",
            request.chart().toString())
        .noneMatch(line -> line.startsWith("--values=") && line.contains(","));
  }

  @Test
  void givesNothingOfTheUsersEnvironment() throws Exception {
    Rendered result = (Rendered) render("env; pwd", PATIENT);
    List<String> lines = result.output().lines().toList();
    String home = lines.get(lines.size() - 1);
    assertThat(lines)
        .contains("HOME=" + home, "KUBECONFIG=" + home + "/kubeconfig")
        .anyMatch(line -> line.startsWith("HELM_CONFIG_HOME=" + home))
        .noneMatch(
            line ->
                line.startsWith("USER=")
                    || line.contains(System.getProperty("user.home") + "/.kube"));
  }

  @Test
  void tellsWhatHelmRefuses() throws Exception {
    String script =
        "echo 'walk.go:75: found symbolic link' >&2\n"
            + "echo 'Error: execution error at (demo/templates/web.yaml:1:1): no' >&2; exit 1";
    assertThat(render(script, PATIENT))
        .isEqualTo(new Refused("execution error at (demo/templates/web.yaml:1:1): no"));
  }

  @Test
  void tellsOfACrash() throws Exception {
    Failed result = (Failed) render("echo 'fatal error: stack overflow' >&2; exit 2", PATIENT);
    assertThat(result.reason()).isEqualTo(Reason.CRASHED);
    assertThat(result.message()).isEqualTo("the Helm engine crashed: stack overflow");
  }

  @Test
  void boundsTheTime() throws Exception {
    RenderResult result = render("sleep 1000", PATIENT.withTime(Duration.ofMillis(300)));
    assertThat(((Failed) result).reason()).isEqualTo(Reason.TIME);
  }

  @Test
  void boundsTheOutput() throws Exception {
    RenderResult result = render("while true; do echo output; done", PATIENT.withOutputBytes(1000));
    assertThat(((Failed) result).reason()).isEqualTo(Reason.OUTPUT);
  }

  @Test
  void tellsItsVersion() throws Exception {
    try (HelmEngine engine = HelmEngine.binary(program(VERSION), PATIENT)) {
      assertThat(engine.version()).contains("v3.18.2");
      assertThat(engine.takesApiVersions()).isTrue();
    }
  }

  @Test
  void isUnavailableIfItIsNoHelm() throws Exception {
    Path other = program("echo v2.17.0");
    try (HelmEngine engine = HelmEngine.binary(other, PATIENT)) {
      assertThat(engine.render(request))
          .isEqualTo(
              new Failed(
                  Reason.UNAVAILABLE,
                  "'" + other + "' is not Helm 3 or newer: it says 'v2.17.0'",
                  "Name another 'helm', or use the engine that comes with Seaworthy."));
      assertThat(engine.version()).isEmpty();
    }
  }

  @Test
  void isUnavailableIfItDoesNotRun() throws Exception {
    Path none = folder.resolve("none");
    try (HelmEngine engine = HelmEngine.binary(none, PATIENT)) {
      assertThat(engine.render(request))
          .isEqualTo(
              new Failed(
                  Reason.UNAVAILABLE,
                  "'" + none + "' cannot be run: No such file or directory",
                  "Name an executable 'helm', or use the engine that comes with Seaworthy."));
    }
  }

  @Test
  void takesNoRequestsAfterItWasClosed() throws Exception {
    HelmEngine engine = HelmEngine.binary(program(VERSION), PATIENT);
    engine.close();
    assertThatThrownBy(() -> engine.render(request)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void updatesDependenciesWithTheUsersEnvironment() throws Exception {
    Path program = program("echo \"$1 $2 $4\"; [ -n \"$PATH\" ] && [ -z \"$HELM_CONFIG_HOME\" ]");
    try (HelmEngine engine = HelmEngine.binary(program, PATIENT)) {
      Path chart = TestCharts.chart(folder, Map.of());
      assertThat(engine.updateDependencies(chart))
          .isEqualTo(new DependencyUpdate(true, "dependency update " + chart));
    }
  }

  @Test
  void tellsWhyDependenciesCannotBeUpdated() throws Exception {
    try (HelmEngine engine = HelmEngine.binary(program("echo 'Error: no' >&2; exit 1"), PATIENT)) {
      assertThat(engine.updateDependencies(folder))
          .isEqualTo(new DependencyUpdate(false, "Error: no"));
    }
  }
}
