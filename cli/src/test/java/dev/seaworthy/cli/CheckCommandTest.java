package dev.seaworthy.cli;

import static dev.seaworthy.cli.CliRun.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {

  private static final String ESCAPE = "\u001b[";

  @TempDir Path folder;

  @BeforeEach
  void beTheRootOfARepository() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
  }

  @Test
  void isCleanWhereNothingIsWrong() throws IOException {
    write("pod.yaml", Manifests.HARDENED);
    in(folder).run("check").exits(0).prints("no findings").complainsNot();
  }

  @Test
  void tellsOfFindings() throws IOException {
    write("pod.yaml", Manifests.PRIVILEGED);
    in(folder)
        .run("check", "pod.yaml")
        .exits(1)
        .prints("high[privileged-container]: container 'app' runs privileged", "pod.yaml:11:")
        .complainsNot();
  }

  @ParameterizedTest
  @CsvSource({"critical, 0", "high, 1", "medium, 1", "low, 1", "info, 1", "never, 0"})
  void failsFromTheNamedSeverityOn(String severity, int status) throws IOException {
    write("pod.yaml", Manifests.PRIVILEGED);
    in(folder).run("check", "--fail-on", severity).exits(status);
  }

  @Test
  void commandLineWinsOverConfiguration() throws IOException {
    write("pod.yaml", Manifests.PRIVILEGED);
    write("seaworthy.yaml", "failOn: never\n");
    in(folder).run("check").exits(0).prints("privileged-container");
    in(folder).run("check", "--fail-on=high").exits(1);
  }

  @Test
  void runsOnlyTheRulesThatAreNamed() throws IOException {
    write("pod.yaml", Manifests.PRIVILEGED);
    in(folder).run("check", "--rule", "host-*").exits(0).doesNotPrint("privileged-container");
    in(folder).run("check", "--rule=KSV-0017").exits(1).prints("privileged-container");
    in(folder)
        .run("check", "--skip-rule", "privileged-container")
        .doesNotPrint("[privileged-container]");
    in(folder).run("check", "--profile", "none").exits(2).complains("no rule is left to run");
  }

  @Test
  void asksForTheRuleThatWasMeant() {
    in(folder)
        .run("check", "--rule", "privileged-contaner")
        .exits(2)
        .printsNothing()
        .complains(
            "error: there is no rule 'privileged-contaner'; did you mean 'privileged-container'?",
            "Try 'seaworthy check --help'.");
  }

  @Test
  void showsWhatIsSuppressedOnRequest() throws IOException {
    write(
        "pod.yaml",
        Manifests.PRIVILEGED.replace(
            "privileged: true", "privileged: true # seaworthy: ignore[privileged-container] kvm"));
    in(folder).run("check", "--rule", "privileged-container").exits(0).prints("1 suppressed");
    in(folder).run("check", "--rule", "privileged-container", "--no-ignores").exits(1);
  }

  @Test
  void expiredSuppressionsOfTheConfigurationCountNoMore() throws IOException {
    write("pod.yaml", Manifests.PRIVILEGED);
    String ignore =
        "rules: {privileged-container: {ignore: [{path: pod.yaml, reason: kvm, expires: %s}]}}\n";
    write("seaworthy.yaml", ignore.formatted("2026-06-01"));
    in(folder).run("check", "--rule", "privileged-container").exits(0);
    write("seaworthy.yaml", ignore.formatted("2026-05-31"));
    in(folder).run("check", "--rule", "privileged-container").exits(1);
  }

  @Test
  void nothingToAnalyseIsAProblem() {
    in(folder).run("check").exits(3).prints("nothing-to-analyse", "--allow-empty").complainsNot();
    in(folder).run("check", "--allow-empty").exits(0);
  }

  @Test
  void aPathThatDoesNotExistIsAProblem() throws IOException {
    write("pod.yaml", Manifests.HARDENED);
    in(folder).run("check", "missing", "pod.yaml").exits(3).prints("missing");
  }

  @Test
  void brokenYamlIsAProblemAtItsPlace() throws IOException {
    write("pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: web\n");
    in(folder).run("check").exits(3).prints("yaml-syntax", "pod.yaml:").doesNotPrint("\tat ");
  }

  @Test
  void findingsCountMoreThanProblems() throws IOException {
    write("a.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: web\n");
    write("b.yaml", Manifests.PRIVILEGED);
    in(folder).run("check").exits(1).prints("yaml-syntax", "privileged-container");
  }

  @Test
  void survivesAnAliasBomb() throws IOException {
    StringBuilder bomb = new StringBuilder("apiVersion: v1\nkind: ConfigMap\na0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    write("bomb.yaml", bomb.toString());
    in(folder).run("check").exits(3).prints("yaml-limit");
  }

  @Test
  void survivesDeepNesting() throws IOException {
    write("deep.yaml", "apiVersion: v1\nkind: Pod\nspec: " + "[".repeat(10_000));
    write("deep.json", "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"spec\":" + "[".repeat(10_000));
    in(folder).run("check").exits(3).prints("deep.yaml", "deep.json").doesNotPrint("\tat ");
  }

  @Test
  void refusesAFileOf50Megabytes() throws IOException {
    write("large.yaml", "apiVersion: v1\nkind: Pod\n" + "# filler\n".repeat(50 * 1024 * 1024 / 9));
    in(folder).run("check").exits(3).prints("too-large", "large.yaml");
  }

  @Test
  void skipsABinaryFileAndSaysSo() throws IOException {
    Files.write(folder.resolve("image.yaml"), new byte[] {0, 1, 2, (byte) 0xff});
    in(folder).run("check", "--verbose").exits(3).prints("image.yaml: binary file", "nothing-to");
  }

  @Test
  void readsStandardInput() {
    in(folder)
        .reading(Manifests.PRIVILEGED)
        .run("check", "-")
        .exits(1)
        .prints("<stdin>:11:", "^^^^");
    in(folder).reading("").run("check", "-").exits(3).prints("nothing-to-analyse");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "sarif"})
  void writesExactlyOneDocumentWhateverHappens(String format) throws IOException {
    assertThat(document(in(folder).run("check", "--format", format).exits(3))).isNotNull();
    write("half.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: web\n");
    CliRun broken = in(folder).run("check", "--format", format).exits(3);
    assertThat(document(broken)).isNotNull();
    broken.complains("half.yaml:", "problem[yaml-syntax]");
    in(folder).run("check", "--format", format, "--quiet").exits(3).complainsNot();
  }

  @Test
  void writesToAFile() throws IOException {
    write("pod.yaml", Manifests.PRIVILEGED);
    in(folder)
        .run("check", "--format=json", "--output=report.json", "--rule=privileged-container", ".")
        .exits(1)
        .printsNothing()
        .complains("findings: ", "report.json");
    JsonNode report = JsonMapper.shared().readTree(Files.readString(folder.resolve("report.json")));
    assertThat(report.at("/summary/findings/high").asInt()).isEqualTo(1);
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(".git", "pod.yaml", "report.json");
    }
  }

  /** As {@code --output /dev/stdout} does, with something that reads standard output. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void writesToAPipeThatHasNoPathOfItsOwn() throws Exception {
    write("pod.yaml", Manifests.PRIVILEGED);
    Path copy = folder.resolve("copy");
    Process reader = new ProcessBuilder("cat").redirectOutput(copy.toFile()).start();
    try {
      String pipe = "/proc/" + reader.pid() + "/fd/0";
      in(folder).run("check", "--format", "json", "--output", pipe, "pod.yaml").exits(1);
      reader.getOutputStream().close();
      assertThat(reader.waitFor()).isZero();
    } finally {
      reader.destroy();
    }
    assertThat(JsonMapper.shared().readTree(copy.toFile()).at("/version").asInt()).isEqualTo(1);
  }

  @Test
  void refusesAnOutputFileThatCannotBe() throws IOException {
    Files.createDirectory(folder.resolve("taken"));
    in(folder).run("check", "--output", "no/report").exits(2).complains("'", "does not exist");
    in(folder).run("check", "--output", "taken").exits(2).complains("is a folder");
  }

  @Test
  void coloursOnlyWhatAPersonReads() throws IOException {
    write("pod.yaml", Manifests.PRIVILEGED);
    in(folder).run("check").doesNotPrint(ESCAPE);
    in(folder).run("check", "--color", "always").prints(ESCAPE);
    in(folder).onTerminal().run("check").prints(ESCAPE);
    in(folder).onTerminal().run("check", "--color=never").doesNotPrint(ESCAPE);
    in(folder).onTerminal().with("NO_COLOR", "1").run("check").doesNotPrint(ESCAPE);
    in(folder).onTerminal().with("TERM", "dumb").run("check").doesNotPrint(ESCAPE);
    in(folder).onTerminal().run("check", "--format", "json").doesNotPrint(ESCAPE);
  }

  @Test
  void namesTheTargetVersion() throws IOException {
    write("pod.yaml", Manifests.HARDENED);
    in(folder).run("check", "--kubernetes-version", "1.30").exits(0);
    in(folder).run("check", "--kubernetes-version", "new").exits(2).complains("'new'");
  }

  @Test
  void givesTheSameBytesWhateverTheNumberOfThreads() throws IOException {
    for (int i = 0; i < 20; i++) {
      write("pod" + i + ".yaml", Manifests.PRIVILEGED);
    }
    String one = in(folder).run("check", "--format", "json", "--jobs", "1").exits(1).out();
    String four = in(folder).run("check", "--format", "json", "--jobs", "4").exits(1).out();
    assertThat(four).isEqualTo(one);
  }

  @Test
  void reportsAllErrorsOfTheConfiguration() throws IOException {
    write("seaworthy.yaml", "profil: strict\nfailOn: hihg\n");
    in(folder)
        .run("check")
        .exits(2)
        .printsNothing()
        .complains("error: seaworthy.yaml:1:1: ", "'profile'", "error: seaworthy.yaml:2:9: ");
    in(folder).run("check", "--config", "other.yaml").exits(2).complains("other.yaml");
  }

  @Test
  void leavesOutWhatTheConfigurationExcludes() throws IOException {
    Files.createDirectories(folder.resolve("vendor"));
    write("vendor/pod.yaml", Manifests.PRIVILEGED);
    write("pod.yaml", Manifests.HARDENED);
    write("seaworthy.yaml", "exclude: [vendor/]\n");
    in(folder).run("check").exits(0).doesNotPrint("privileged-container");
  }

  private static JsonNode document(CliRun run) {
    return JsonMapper.shared().readTree(run.out());
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
