package dev.seaworthy.rego;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void interpolatedStringsHoldValues() {
    Rego rego =
        Rego.rules(
            "p := $\"{input.name} has {count(input.xs)}: {input.xs}, {input.missing}\"",
            "q := [$\"<{x}>\" | some x in input.xs]");
    rego.input("{\"name\": \"a\", \"xs\": [1, \"b\"]}");
    assertThat(rego.get("p")).isEqualTo("\"a has 2: [1, \\\"b\\\"], <undefined>\"");
    assertThat(rego.get("q")).isEqualTo("[\"<1>\", \"<b>\"]");
  }

  @Test
  void printsGoToTheHookWithTheirPlaces() {
    List<String> lines = new ArrayList<>();
    Rego rego =
        Rego.rules(
            "p if {",
            "  some x in input",
            "  print(\"x is\", x, input.missing, [x])",
            "  x > 1",
            "}");
    rego.options(
        EvaluationOptions.builder()
            .printHook((at, text) -> lines.add(at.row() + ":" + at.column() + " " + text)));
    assertThat(rego.input("[1, 2]").get("p")).isEqualTo("true");
    assertThat(lines).containsExactly("4:3 x is 1 <undefined> [1]", "4:3 x is 2 <undefined> [2]");
  }

  @Test
  void negationIsNothingToPrintsAndToTexts() {
    List<String> lines = new ArrayList<>();
    Rego rego =
        Rego.rules("p if not print(\"a\", input.x)", "q if not $\"{input.x}\"", "r if not q");
    rego.options(EvaluationOptions.builder().printHook((at, text) -> lines.add(text)));
    assertThat(rego.value("data.test")).isEqualTo("{\"p\": true, \"r\": true}");
    assertThat(lines).containsExactly("a <undefined>");
  }

  @Test
  void whatTheCompilerMakesOfPrintsAndTextsMayBeWrittenToo() {
    List<String> lines = new ArrayList<>();
    Rego rego =
        Rego.rules(
            "p if { x := {2}; internal.print([{1}, x, set(), \"a\"]) }",
            "q := internal.template_string([\"<\", {input.x}, \">\"])");
    rego.options(EvaluationOptions.builder().printHook((at, text) -> lines.add(text)));
    assertThat(rego.input("{\"x\": 3}").get("q")).isEqualTo("\"<3>\"");
    assertThat(rego.get("p")).isEqualTo("true");
    assertThat(lines).containsExactly("1 2 <undefined> a");
    assertThat(Rego.rules("p if { x := [1]; internal.print(x) }").errors())
        .startsWith("0.rego:2:18: rego_type_error: internal.print: invalid argument(s)");
  }

  @Test
  void printsDoNothingWithoutAHook() {
    Rego rego =
        Rego.rules("p if { print(fail(1)); print() }", "fail(x) := y if { y := x; y := 2 }");
    assertThat(Rego.rules("p if { print(1 / 0); print() }").get("p")).isEqualTo("true");
    assertThat(rego.errors()).contains("var y assigned above");
  }

  @Test
  void metadataIsThereForRulesThatAskForIt() {
    Rego rego =
        Rego.of(
            "# METADATA\n# title: the package\npackage test\n\n"
                + "# METADATA\n# title: the rule\n# custom:\n#   level: 3\n"
                + "p := rego.metadata.rule()\n\n"
                + "q := [link.annotations.title | some link in rego.metadata.chain()]\n\n"
                + "# METADATA\n# title: other\n"
                + "r := [object.get(link, [\"annotations\", \"title\"], \"-\") | some link in rego.metadata.chain()]\n");
    assertThat(rego.get("p"))
        .isEqualTo("{\"custom\": {\"level\": 3}, \"scope\": \"rule\", \"title\": \"the rule\"}");
    assertThat(rego.get("q")).isEqualTo("[\"the package\"]");
    assertThat(rego.get("r")).isEqualTo("[\"other\", \"the package\"]");
  }
}
