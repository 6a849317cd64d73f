package dev.seaworthy.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.seaworthy.helm.TemplateWrapper.Content;
import org.junit.jupiter.api.Test;

class EngineOutputTest {

  private static final String PLAIN = Content.PLAIN.comment();

  @Test
  void eachTemplateHasItsTexts() {
    EngineOutput output =
        EngineOutput.read(
            """
            ---
            # Source: web/templates/a.yaml
            kind: Rendered
            %1$s"a: 1\\nb: \\u003cx\\u003e \\ud83d\\udc33\\n"
            %2$s"ma: 1"
            ---
            # Source: web/charts/db/templates/b c.yaml
            kind: Rendered
            %1$s""
            """
                .formatted(PLAIN, Content.MARKED.comment()));

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
                + PLAIN
                + "\"x\\n# Source: other\\n# seaworthy: \\\"y\\\"\"\n"
                + "# seaworthy: \"z\"\n");

    assertThat(output.plain())
        .containsOnlyKeys("web/templates/a.yaml")
        .containsValue("x\n# Source: other\n# seaworthy: \"y\"");
  }

  @Test
  void valuesThatAreNotThereAreTakenOutAsHelmDoes() {
    EngineOutput output =
        EngineOutput.read("# Source: a\n" + PLAIN + "\"name: \\u003cno value\\u003e!\"\n");

    assertThat(output.plain()).containsEntry("a", "name: !");
  }

  @Test
  void nothingComesOfNothing() {
    assertThat(EngineOutput.read("\n").plain()).isEmpty();
  }

  @Test
  void whatIsNoStringIsADefect() {
    assertThatIllegalStateException()
        .isThrownBy(() -> EngineOutput.read("# Source: a\n" + PLAIN + "\"x\n"))
        .withMessageStartingWith("the engine wrote no valid string: ");
  }
}
