package dev.seaworthy.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seaworthy.helm.render.HelmEngine;
import dev.seaworthy.source.Discovery;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Precision;
import dev.seaworthy.source.SourceMap;
import dev.seaworthy.source.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where in a chart the words of what it renders to stand, with the real engine. */
class TemplateMapTest {

  private static HelmEngine engine;

  @TempDir Path temporary;
  private ChartRepository repository;

  @BeforeAll
  static void start() {
    engine = ChartRepository.engine();
    assumeTrue(engine.version().isPresent(), "no engine for this platform");
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void createChart() throws IOException {
    repository = ChartRepository.in(temporary).chart("web", "web");
  }

  @Test
  void textStandsWhereItIsWritten() throws IOException {
    SourceText text = render("a: 1\n{{- if true }}\nbé: 🐳 word # {{ 1 }}\n{{- end }}\n");

    assertThat(place(text, "word")).isEqualTo("web/templates/a.yaml:3:8-12 template");
  }

  @Test
  void whatAnActionWritesStandsAtTheAction() throws IOException {
    SourceText text =
        render("a:\n  {{- toYaml (dict \"k\" (list \"word\")) | nindent 2 }}\nb: {{ 41 }}\n");

    assertThat(place(text, "word")).isEqualTo("web/templates/a.yaml:2:3-53 template");
    assertThat(place(text, "41")).isEqualTo("web/templates/a.yaml:3:4-12 template");
  }

  @Test
  void textOfANamedTemplateStandsThere() throws IOException {
    repository.file("web/templates/_h.tpl", "{{ define \"h\" }}\nk: word\nv: {{ . }}\n{{ end }}\n");
    SourceText text = render("a:\n  {{- include \"h\" 41 | indent 2 }}\n");

    assertThat(place(text, "word")).isEqualTo("web/templates/_h.tpl:2:4-8 template");
    assertThat(place(text, "41")).isEqualTo("web/templates/_h.tpl:3:4-11 template");
  }

  @Test
  void aLineWithARandomValueIsShownAsItIsRendered() throws IOException {
    SourceText text = render("a: 1\nb: {{ randAlphaNum 20 }} a-word\nc: 4-1\n");
    int offset = text.text().indexOf("a-word");

    assertThat(place(text, "a-word")).startsWith("web/templates/a.yaml:").endsWith(" rendered");
    assertThat(map(text).excerpt(offset, offset + 6).orElseThrow())
        .startsWith("a: 1\nb: ")
        .contains(" a-word\nc: 4-1");
    assertThat(place(text, "4-1")).isEqualTo("web/templates/a.yaml:3:4-7 template");
  }

  @Test
  void charactersThatMarksAreMadeOfLeaveNothingProven() throws IOException {
    SourceText text = render("a: \uA490 word\n");

    assertThat(place(text, "word")).startsWith("web/templates/a.yaml:").endsWith(" rendered");
  }

  @Test
  void linesThatWroteSomethingAreCoveredAndAllOfTheValues() throws IOException {
    repository.file("web/values.yaml", "x: 1\n");
    SourceMap map = map(render("a: 1\n{{- if false }}\nb: 1\n{{- end }}\nc: {{ 1 }}\n"));

    assertThat(map.covers("web/templates/a.yaml", 1)).isTrue();
    assertThat(map.covers("web/templates/a.yaml", 3)).isFalse();
    assertThat(map.covers("web/templates/a.yaml", 5)).isTrue();
    assertThat(map.covers("web/templates/b.yaml", 1)).isFalse();
    assertThat(map.covers("web/values.yaml", 1)).isTrue();
  }

  private SourceText render(String template) throws IOException {
    repository.file("web/templates/a.yaml", template);
    Discovery discovery = repository.render(engine, "web");
    assertThat(discovery.problems()).isEmpty();
    return discovery.renderings().get(0).texts().get(0).text();
  }

  /** As {@code file:line:start-end precision}. */
  private static String place(SourceText text, String word) {
    int offset = text.text().indexOf(word);
    Location location = text.locate(offset, offset + word.length());
    String precision = location.precision() == Precision.TEMPLATE ? " template" : " rendered";
    return location + "-" + location.span().end().column() + precision;
  }

  private static SourceMap map(SourceText text) {
    return text.map().orElseThrow();
  }
}
