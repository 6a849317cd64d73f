package dev.seaworthy.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class EngineOutputTest {

  @Test
  void eachTemplateHasItsTexts() {
    EngineOutput output =
        EngineOutput.read(
            """
            ---
            # Source: web/templates/a.yaml
            kind: Rendered
            # seaworthy: "a: 1\\nb: \\u003cx\\u003e \\ud83d\\udc33\\n"
            # seaworthy-marked: "ma: 1"
            ---
            # Source: web/charts/db/templates/b c.yaml
            kind: Rendered
            # seaworthy: ""
            """);

    assertThat(output.plain())
        .containsOnlyKeys("web/templates/a.yaml", "web/charts/db/templates/b c.yaml")
        .containsEntry("web/templates/a.yaml", "a: 1\nb: <x> \uD83D\uDC33\n")
        .containsEntry("web/charts/db/templates/b c.yaml", "");
    assertThat(output.marked()).containsOnlyKeys("web/templates/a.yaml").containsValue("ma: 1");
  }

  @Test
  void whatTemplatesWriteIsNotTakenForWhatTheEngineWrites() {
    EngineOutput output =
        EngineOutput.read(
            "# Source: web/templates/a.yaml\n"
                + "# seaworthy: \"x\\n# Source: other\\n# seaworthy: \\\"y\\\"\"\n");

    assertThat(output.plain())
        .containsOnlyKeys("web/templates/a.yaml")
        .containsValue("x\n# Source: other\n# seaworthy: \"y\"");
  }

  @Test
  void valuesThatAreNotThereAreTakenOutAsHelmDoes() {
    EngineOutput output =
        EngineOutput.read("# Source: a\n# seaworthy: \"name: \\u003cno value\\u003e!\"\n");

    assertThat(output.plain()).containsEntry("a", "name: !");
  }

  @Test
  void nothingComesOfNothing() {
    assertThat(EngineOutput.read("\n").plain()).isEmpty();
  }

  @Test
  void whatIsNoStringIsADefect() {
    assertThatIllegalStateException()
        .isThrownBy(() -> EngineOutput.read("# Source: a\n# seaworthy: \"x\n"))
        .withMessageStartingWith("the engine wrote no valid string: ");
  }
}
