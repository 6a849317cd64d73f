package dev.seaworthy.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.helm.TemplateWrapper.Content;
import dev.seaworthy.helm.chart.ChartFile;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateWrapperTest {

  @Test
  void filesUnderTemplatesAreRenderedButForPartialsAndNotes() {
    assertThat(TemplateWrapper.isRendered(file("templates/a.yaml"))).isTrue();
    assertThat(TemplateWrapper.isRendered(file("templates/sub/a.txt"))).isTrue();
    assertThat(TemplateWrapper.isRendered(file("templates/_a.tpl"))).isFalse();
    assertThat(TemplateWrapper.isRendered(file("templates/sub/_a.yaml"))).isFalse();
    assertThat(TemplateWrapper.isRendered(file("templates/NOTES.txt"))).isFalse();
    assertThat(TemplateWrapper.isRendered(file("templates/sub/NOTES.txt"))).isFalse();
    assertThat(TemplateWrapper.isRendered(file("files/a.yaml"))).isFalse();
    assertThat(TemplateWrapper.isNotes(file("templates/NOTES.txt"))).isTrue();
    assertThat(TemplateWrapper.isNotes(file("NOTES.txt"))).isFalse();
  }

  @Test
  void theContentMovesToAPartialBesideTheTemplate() {
    ChartFile template = file("templates/sub/a.yaml");

    assertThat(Content.PLAIN.path(template))
        .matches("templates/sub/_seaworthy-[0-9a-f]{16}\\.a\\.yaml");
    assertThat(Content.MARKED.path(template))
        .matches("templates/sub/_seaworthy-marked-[0-9a-f]{16}\\.a\\.yaml");
    for (Content content : Content.values()) {
      assertThat(TemplateWrapper.templatePath("web/" + content.path(template)))
          .isEqualTo("web/templates/sub/a.yaml");
    }
    assertThat(TemplateWrapper.templatePath("web/templates/_a.tpl"))
        .isEqualTo("web/templates/_a.tpl");
  }

  @Test
  void onlyWhatIsAskedForIsWritten() {
    ChartFile template = file("templates/a.yaml");
    List<String> charts = List.of("web");

    assertThat(TemplateWrapper.wrap(template, charts, EnumSet.of(Content.PLAIN)))
        .contains(Content.PLAIN.comment() + "{{ include (print .Template.BasePath \"/_seaworthy")
        .doesNotContain("seaworthy-marked");
    assertThat(TemplateWrapper.wrap(template, charts, EnumSet.allOf(Content.class)))
        .contains(Content.PLAIN.comment(), Content.MARKED.comment());
    assertThat(TemplateWrapper.wrap(template, charts, EnumSet.of(Content.MARKED)))
        .doesNotContain(Content.PLAIN.comment());
  }

  @Test
  void aTemplateOfAChartWithAliasesHasSeveralNames() {
    assertThat(
            TemplateWrapper.wrap(
                file("templates/a.yaml"),
                List.of("web/charts/one", "web/charts/two"),
                EnumSet.of(Content.PLAIN)))
        .contains(
            "(list \"web/charts/one/templates/a.yaml\" \"web/charts/two/templates/a.yaml\")",
            "(list \"web/charts/one/templates\" \"web/charts/two/templates\")");
  }

  @Test
  void noNameEndsAStringOrAnAction() {
    String wrapped =
        TemplateWrapper.wrap(
            file("templates/\"}} {{x\\ \uD83D\uDC33.yaml"),
            List.of("web"),
            EnumSet.of(Content.PLAIN));

    assertThat(wrapped)
        .contains("/\\U00000022\\U0000007d\\U0000007d\\U00000020")
        .contains("\\U0001f433.yaml\"")
        .doesNotContain("{{x", "\\ud83d");
  }

  private static ChartFile file(String path) {
    return new ChartFile(path, "web/" + path, new byte[0]);
  }
}
