package dev.seaworthy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several documents in one source. */
class YamlStreamTest {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  @Test
  void readsEveryDocument() {
    assertThat(json("a: 1\n---\nb: 2\n--- {c: 3}\n--- |\n d\n"))
        .containsExactly("{\"a\":1}", "{\"b\":2}", "{\"c\":3}", "\"d\\n\"");
  }

  @Test
  void leavesEmptyDocumentsOut() {
    YamlStream stream = read("---\n# nothing\n---\n\n--- ~\n---\nnull\n---\na: 1\n---\n");
    assertThat(stream.problems()).isEmpty();
    assertThat(stream.documents()).singleElement().extracting(YamlDocument::index).isEqualTo(0);
  }

  @Test
  void countsDocumentsFromZero() {
    assertThat(read("a: 1\n---\n---\nb: 2\n").documents())
        .extracting(YamlDocument::index)
        .containsExactly(0, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void knowsEveryLineEnd(String end) {
    assertThat(json(String.join(end, "a: 1", "---", "b: 2", "...", "---", "c: 3")))
        .containsExactly("{\"a\":1}", "{\"b\":2}", "{\"c\":3}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: 1\n--- # next\nb: 2", "a: 1\n---\t\nb: 2", "a: 1\n--- \nb: 2"})
  void aMarkerMayBeFollowedByBlanksOrAComment(String yaml) {
    assertThat(json(yaml)).containsExactly("{\"a\":1}", "{\"b\":2}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: ---\nb: 1", "a: x\n  ---\nb: 1", "a: |\n  ---\n  x\nb: 1"})
  void threeDashesElsewhereAreNoMarker(String yaml) {
    assertThat(read(yaml).problems()).isEmpty();
    assertThat(read(yaml).documents()).hasSize(1);
  }

  @Test
  void directivesBelongToTheDocumentAfterThem() {
    assertThat(
            json(
                "%YAML 1.1\n# c\n---\na: yes\n...\n%TAG !e! tag:yaml.org,2002:\n---\nb: !e!int '1'"))
        .containsExactly("{\"a\":true}", "{\"b\":1}");
  }

  @Test
  void aDocumentMayFollowAnEndMarker() {
    assertThat(json("a: 1\n...\nb: 2\n... # end\n# c\n...\n{\"c\":\t3}\n"))
        .containsExactly("{\"a\":1}", "{\"b\":2}", "{\"c\":3}");
  }

  @Test
  void aBrokenDocumentLeavesTheOthers() {
    YamlStream stream = read("a: 1\n---\nb: [\n---\nc: 3\n---\nd: : 4\n");
    assertThat(stream.documents())
        .extracting(document -> KubernetesJson.of(document.root()))
        .containsExactly("{\"a\":1}", "{\"c\":3}");
    assertThat(stream.problems())
        .extracting(problem -> problem.span().orElseThrow().start().line())
        .containsExactly(4, 7);
  }

  @Test
  void jsonValuesMayFollowEachOther() {
    assertThat(json("{\"a\": 1}\n{\"b\": 2} [3]\n---\n{\"c\": 4}"))
        .containsExactly("{\"a\":1}", "{\"b\":2}", "[3]", "{\"c\":4}");
  }

  @Test
  void jsonMayFollowAMarker() {
    assertThat(json("---\n{\n\t\"a\": \"\\ud83d\\ude00\"\n}\n--- \n[\"\\/\"]"))
        .containsExactly("{\"a\":\"😀\"}", "[\"/\"]");
  }

  @Test
  void aByteOrderMarkAfterAMarkerIsNoPartOfTheFirstKey() {
    String yaml =
        "a: 1\n---\n" + BYTE_ORDER_MARK + "b: 2\nc: 3\n--- # x\r\n" + BYTE_ORDER_MARK + "{d: 4}";
    assertThat(json(yaml)).containsExactly("{\"a\":1}", "{\"b\":2,\"c\":3}", "{\"d\":4}");
  }

  private static List<String> json(String yaml) {
    YamlStream stream = read(yaml);
    assertThat(stream.problems()).isEmpty();
    return stream.documents().stream().map(document -> KubernetesJson.of(document.root())).toList();
  }

  private static YamlStream read(String yaml) {
    return YamlReader.read(new SourceText("test.yaml", yaml));
  }
}
