package dev.seaworthy.cli;

import static dev.seaworthy.cli.CliRun.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CliTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "                          | there is no command",
        "chekc .                   | unknown command 'chekc'; did you mean 'check'?",
        "--quiet check             | the command comes before option '--quiet'",
        "check --frmat json        | unknown option '--frmat'; did you mean '--format'?",
        "check --format xml        | --format cannot be 'xml': choose from text, json, sarif",
        "check --fail-on hihg      | did you mean 'high'?",
        "check --format            | missing required parameter for option '--format'",
        "check --jobs 0            | option '--jobs' needs a number from 1 to 256",
        "check --jobs many         | 'many' is not an int",
        "check --quiet --verbose   | contradict each other",
        "check --output a --output b | should be specified only once",
        "check --polcy x           | unknown option '--polcy'; did you mean '--policy'?",
        "reach --format sarif      | choose from text, json, dot, svg",
        "reach --fail-on takes-node | choose from contained, root-in-container, sees-the-host, takes",
        "reach --rule x            | unknown option '--rule'",
        "rules everything          | unexpected argument 'everything'",
        "explain                   | missing required parameter: 'RULE'",
        "explain privileged-contaner | did you mean 'privileged-container'?",
        "check --rule KSV-0118     | no rule 'KSV-0118'; 'seaworthy explain KSV-0118' says why",
        "help chekc                | did you mean 'check'?",
        "rego                      | 'rego' needs a command: eval, test or check",
        "rego evla 1               | unknown command 'rego evla'; did you mean 'rego eval'?",
        "rego eval                 | missing required parameter: 'QUERY'",
        "rego eval --formt json 1  | did you mean '--format'?",
        "rego eval --explain all 1 | choose from notes, fails, full",
        "rego eval --profile --format raw 1 | need '--format' json or pretty",
        "rego test                 | missing required parameter: 'PATH'",
        "rego test --run [ .       | no regular expression",
        "help rego chekc           | did you mean 'rego check'?"
      })
  void saysWhatIsWrongWithTheArguments(String arguments, String message) {
    String[] words = arguments == null ? new String[0] : arguments.split(" ");
    in(folder).run(words).exits(2).printsNothing().complains("error: ", message, "--help'.");
  }

  @Test
  void helpIsAsTheDocumentationShowsIt() throws IOException {
    StringBuilder help = new StringBuilder();
    for (String command :
        List.of(
            "check",
            "reach",
            "rules",
            "explain",
            "rego eval",
            "rego test",
            "rego check",
            "version",
            "help")) {
      String[] words = (command + " --help").split(" ");
      help.append('\n').append(in(folder).run(words).exits(0).complainsNot().out());
    }
    String all = in(folder).run("--help").exits(0).out() + help;
    assertThat(all.lines()).allMatch(line -> line.length() <= 80);
    Golden.assertEquals(Invocation.PROJECT.resolve("docs/cli-help.txt"), all);
  }

  @Test
  void helpOnACommandIsTheSameBothWays() {
    String help = in(folder).run("help", "check").exits(0).out();
    assertThat(in(folder).run("check", "-h").exits(0).out()).isEqualTo(help);
  }

  @Test
  void helpOnRegoIsHelpOnItsCommands() {
    String help = in(folder).run("help", "rego").exits(0).out();
    assertThat(help).contains("seaworthy rego eval", "seaworthy rego test", "seaworthy rego check");
    assertThat(in(folder).run("rego", "--help").exits(0).out()).isEqualTo(help);
  }

  @Test
  void tellsVersions() {
    in(folder).run("version").exits(0).prints("seaworthy ", "Kubernetes 1.", "snakeyaml-engine ");
    assertThat(in(folder).run("--version").out()).isEqualTo(in(folder).run("version").out());
  }

  @Test
  void listsRulesOneOnALine() {
    String rules = in(folder).run("rules").exits(0).complainsNot().out();
    assertThat(rules.lines())
        .anyMatch(line -> line.startsWith("privileged-container ") && line.contains("KSV-0017"));
  }

  @Test
  void listsRulesForPrograms() {
    String rules = in(folder).run("rules", "--format", "json").exits(0).complainsNot().out();
    JsonNode document = JsonMapper.shared().readTree(rules);
    assertThat(document.at("/version").asInt()).isEqualTo(1);
    assertThat(document.at("/rules").findValuesAsString("id")).contains("privileged-container");
  }

  @Test
  void explainsARuleByAnotherToolsName() {
    in(folder).run("explain", "ksv-0017").exits(0).prints("# privileged-container", "## Bad");
  }

  @Test
  void explainsWhyNoRuleStandsForAnotherToolsCheck() {
    in(folder)
        .run("explain", "ksv-0118")
        .exits(0)
        .prints(
            "**check of Trivy that no rule stands for**",
            "- container has no security context: ",
            "- pod has no security context: ");
  }

  @Test
  void explainsWithoutTheMarksOfTheBuild() {
    in(folder).run("explain", "host-pid").prints("**pod shares").doesNotPrint("<!--", "\n\n\n");
  }

  @Test
  void explainsAllRulesThatShareAName() {
    in(folder)
        .run("explain", "CKV_K8S_23")
        .exits(0)
        .prints("# run-as-root-possible", "# run-as-user-zero");
  }

  @Test
  void explainsWithNamesWhereThePageHasLinksToOtherPages() {
    in(folder)
        .run("explain", "pod-security/runAsNonRoot")
        .prints("run-as-root-possible")
        .doesNotPrint(".md");
  }

  @Test
  void explainsOnATerminalWithBoldHeadings() {
    in(folder)
        .onTerminal()
        .run("explain", "host-pid")
        .prints(
            "\u001b[1mhost-pid\u001b[0m\n\n\u001b[1mpod shares the node's process IDs\u001b[0m\n")
        .doesNotPrint("<!--", "**", "\n\n\n");
  }
}
