package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code seaworthy rego} prints; the shapes are those of {@code opa}. */
class RegoCommandsTest {

  private static final String POLICY =
      """
      package app

      default allow := false

      allow if input.user == "alice"

      deny contains msg if {
      	not allow
      	msg := sprintf("no %s", [input.user])
      }
      """;

  @TempDir Path folder;

  private CliRun rego(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "rego";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return CliRun.in(folder).run(all);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void evalPrintsWhatOpaPrints() {
    rego("eval", "x := 1; y := {\"<\": {2, x}}")
        .exits(0)
        .complainsNot()
        .prints(
            """
            {
              "result": [
                {
                  "expressions": [
                    {
                      "value": true,
                      "text": "x := 1",
                      "location": {
                        "row": 1,
                        "col": 1
                      }
                    },
                    {
                      "value": true,
                      "text": "y := {\\"\\u003c\\": {2, x}}",
                      "location": {
                        "row": 1,
                        "col": 9
                      }
                    }
                  ],
                  "bindings": {
                    "x": 1,
                    "y": {
                      "\\u003c": [
                        1,
                        2
                      ]
                    }
                  }
                }
              ]
            }
            """);
  }

  @Test
  void evalOfWhatIsUndefinedIsAnEmptyObject() {
    assertThat(rego("eval", "input.x").exits(0).out()).isEqualTo("{}\n");
    rego("eval", "--fail", "input.x").exits(1);
    rego("eval", "--fail", "true").exits(0);
    rego("eval", "--fail-defined", "true").exits(1);
    rego("eval", "--fail-defined", "input.x").exits(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "raw    | '1; \"a\"; {\"x\": [1.0]}' | '1 a {\"x\":[1.0]}\n'",
        "values | 'x := 1; x' | '[\n  true,\n  1\n]\n'",
        "bindings | 'x := 1; x' | '{\n  \"x\": 1\n}\n'",
        "pretty | '[1, {}]' | '[\n  1,\n  {}\n]\n'",
        "pretty | 'input.x' | 'undefined\n'",
        "pretty | 'x := [1, \"ab\"][_]' | '┌──────┐\n│  x   │\n├──────┤\n│ 1    │\n│ \"ab\" │\n└──────┘\n'",
      })
  void evalWritesOtherFormats(String format, String query, String expected) {
    assertThat(rego("eval", "-f", format, query).exits(0).out()).isEqualTo(expected);
  }

  @Test
  void evalReadsPoliciesDataAndInput() throws IOException {
    write("p/app.rego", POLICY);
    write("p/x/data.yaml", "k: 12345678901234567890\n");
    write("in.yaml", "user: bob\n");
    rego("eval", "-d", "p", "-i", "in.yaml", "-f", "raw", "data.app.deny; data.x.k; input")
        .exits(0)
        .prints("[\"no bob\"] 12345678901234567890 {\"user\":\"bob\"}\n");
    assertThat(
            CliRun.in(folder)
                .reading("{\"user\": \"alice\"}")
                .run("rego", "eval", "-d", "p", "-I", "-f", "raw", "data.app.allow")
                .out())
        .isEqualTo("true\n");
    rego("eval", "--bundle", "p", "--package", "app", "-f", "raw", "allow").prints("false\n");
    rego("eval", "-d", "p", "--import", "data.x as y", "-f", "raw", "y.k").prints("123456789");
  }

  @Test
  void evalReportsErrorsAsOpaDoes() throws IOException {
    write("a.rego", "package a\n\nx if {\n\ty == 1\n}\n");
    JsonNode error =
        JsonMapper.shared()
            .readTree(rego("eval", "-d", "a.rego", "data").exits(2).complainsNot().out())
            .at("/errors/0");
    assertThat(error.at("/code").asString()).isEqualTo("rego_unsafe_var_error");
    assertThat(error.at("/message").asString()).isEqualTo("var y is unsafe");
    assertThat(error.at("/location/file").asString()).isEqualTo("a.rego");
    assertThat(error.at("/location/row").asInt()).isEqualTo(4);
    assertThat(error.at("/location/col").asInt()).isEqualTo(2);
    rego("eval", "-f", "pretty", "1 +")
        .exits(2)
        .printsNothing()
        .complains("1:3: rego_parse_error: unexpected eof token\n  1 | 1 +\n    |   ^\n");
    rego("eval", "--strict-builtin-errors", "1 / 0").exits(2).prints("div: divide by zero");
    rego("eval", "-d", "none", "1").exits(2).prints("'none' could not be read");
  }

  @Test
  void evalPrintsToStandardError() {
    assertThat(rego("eval", "-f", "raw", "print(\"hi\", input.x)").exits(0).out())
        .isEqualTo("true\n");
    rego("eval", "print(\"hi\", input.x)").complains("hi <undefined>\n");
  }

  @Test
  void evalReadsTheGrammarBeforeOpaOne() throws IOException {
    write("v0.rego", "package v0\n\np[x] { x := 1 }\n");
    rego("eval", "-d", "v0.rego", "data.v0.p").exits(2);
    rego("eval", "--v0-compatible", "-d", "v0.rego", "-f", "raw", "data.v0.p").prints("[1]\n");
  }

  @Test
  void evalExplains() throws IOException {
    write("app.rego", POLICY);
    assertThat(
            rego("eval", "-d", "app.rego", "-f", "pretty", "--explain", "fails", "data.app.allow")
                .out())
        .isEqualTo(
            """
            app.rego:5  | Enter data.app.allow
            app.rego:5  | | Fail input.user == "alice"  {input.user: undefined}
            false
            """);
    rego("eval", "--explain", "full", "-f", "pretty", "-d", "app.rego", "data.app.deny")
        .prints("app.rego:8  | | Eval not allow\n");
    rego("eval", "--explain", "notes", "-f", "pretty", "x := 1; trace(\"look\")")
        .prints("query:1  Note look\n");
    rego("eval", "--explain", "full", "true").prints("\"explanation\": [", "\"op\": \"eval\"");
  }

  @Test
  void evalProfiles() throws IOException {
    write("app.rego", POLICY);
    JsonNode profile =
        JsonMapper.shared()
            .readTree(rego("eval", "--profile", "-d", "app.rego", "data.app.allow").out())
            .at("/profile");
    assertThat(profile.findValuesAsString("row")).contains("5");
    assertThat(profile.get(0).at("/num_eval").asInt()).isEqualTo(1);
    rego("eval", "--profile", "-f", "pretty", "-d", "app.rego", "data.app.allow")
        .prints("TIME ", "app.rego:5\n");
  }

  @Test
  void testSaysWhatFailsAndWhy() throws IOException {
    write("app.rego", POLICY);
    write(
        "app_test.rego",
        """
        package app_test

        import data.app

        test_alice if app.allow with input as {"user": "alice"}

        test_bob if {
        	user := "bob"
        	app.deny == {"no eve"} with input as {"user": user}
        }

        todo_test_more if false
        """);
    assertThat(rego("test", ".").exits(1).complainsNot().out())
        .isEqualTo(
            """
            app_test.rego:7: FAIL data.app_test.test_bob
              app_test.rego:9:2: app.deny == {"no eve"} with input as {"user": user}
                app.deny: {"no bob"}
            app_test.rego:12: SKIPPED data.app_test.todo_test_more
            PASS: 1/3
            FAIL: 1/3
            SKIPPED: 1/3
            """);
    rego("test", "--verbose", ".").prints(": PASS data.app_test.test_alice (");
    rego("test", "--run", "alice$", ".").exits(0).prints("PASS: 1/1\n");
    rego("test", "--run", "todo", ".").exits(1);
    rego("test", "--run", "todo", "--exit-zero-on-skipped", ".").exits(0);
    rego("test", "--run", "nothing", ".").exits(0).prints("no tests\n");
  }

  @Test
  void testListsCasesOfTables() throws IOException {
    write(
        "a_test.rego",
        "package a_test\n\ntest_x[n] if {\n\tsome n, v in {\"a\": 1, \"b\": 2}\n\tv == 1\n}\n");
    assertThat(rego("test", "a_test.rego").exits(1).out())
        .isEqualTo(
            """
            a_test.rego:3: FAIL data.a_test.test_x
              FAIL b
                a_test.rego:5:2: v == 1
                  v: 2
            PASS: 1/2
            FAIL: 1/2
            """);
    JsonNode result =
        JsonMapper.shared().readTree(rego("test", "-f", "json", "a_test.rego").out()).get(0);
    assertThat(result.at("/fail").asBoolean()).isTrue();
    assertThat(result.at("/sub_results/b/fail").asBoolean()).isTrue();
    assertThat(result.at("/sub_results/a").has("fail")).isFalse();
    assertThat(result.at("/location/row").asInt()).isEqualTo(3);
  }

  @Test
  void testTellsCoverage() throws IOException {
    write("app.rego", POLICY);
    write("t_test.rego", "package t\n\ntest_x if not data.app.allow\n");
    assertThat(rego("test", "--coverage", ".").exits(0).out())
        .isEqualTo(
            """
            COVERED  FILE         LINES NOT COVERED
            40.0%    app.rego     7,8,9
            100.0%   t_test.rego
            50.0%    all
            """);
    JsonNode report =
        JsonMapper.shared().readTree(rego("test", "--coverage", "-f", "json", ".").out());
    assertThat(report.at("/files/app.rego/not_covered/0/start/row").asInt()).isEqualTo(7);
    assertThat(report.at("/coverage").asDouble()).isEqualTo(50);
    rego("test", "--threshold", "50", ".").exits(0);
    rego("test", "--threshold", "51", ".").exits(1).complains("cover 50.0%, less than 51%");
  }

  @Test
  void testRunsNothingOfABrokenPolicy() throws IOException {
    write("a_test.rego", "package a\n\ntest_x if foo(1)\n");
    rego("test", ".").exits(2).printsNothing().complains("a_test.rego:3:11: rego_type_error");
  }

  @Test
  void checkListsTheErrorsOfAllFiles() throws IOException {
    write("a.rego", "package a\n\nx if {\n\ty := \n}\n");
    write("b.rego", "package b\n\nx {\n\ttrue\n}\n");
    write("c.json", "{\"c\": ");
    String errors = rego("check", ".").exits(1).complainsNot().out();
    assertThat(errors).contains("a.rego:", "b.rego:3:1: rego_parse_error: ", "c.json:1:");
    assertThat(errors).contains("  3 | x {\n    | ^");
    rego("check", "-f", "json", "b.rego").exits(1).prints("\"errors\": [", "\"row\": 3");
  }

  @Test
  void checkPutsTheCaretUnderTabsAndWideCharacters() throws IOException {
    write("a.rego", "package a\n\nx if {\n\t\"é😀\" == y\n}\n");
    rego("check", "a.rego").prints("  4 | \t\"é😀\" == y\n    | \t", "^");
  }

  @Test
  void checkIsSilentAboutWhatIsRight() throws IOException {
    write("a.rego", POLICY);
    rego("check", ".").exits(0).printsNothing().complainsNot();
  }

  @Test
  void theExamplePolicyPassesItsTests() {
    Path policy = Invocation.PROJECT.resolve("testdata/rego/policy");
    CliRun.in(policy).run("rego", "test", ".", "--threshold", "90").exits(0).prints("PASS: 5/5\n");
  }
}
