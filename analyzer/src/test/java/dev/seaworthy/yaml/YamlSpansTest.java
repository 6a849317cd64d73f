package dev.seaworthy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node's span is its text: no more, no less. */
class YamlSpansTest {

  @Test
  void blockCollectionsEndWithTheirLastValue() {
    assertThat(values("a:\n  b: 1\n\n# c\nd:\n- x # y\n-  z  \n\n"))
        .containsExactly(
            "a:\n  b: 1\n\n# c\nd:\n- x # y\n-  z", "b: 1", "1", "- x # y\n-  z", "x", "z");
  }

  @Test
  void flowCollectionsHaveTheirBrackets() {
    assertThat(values("a: {b: [1, {c: 2}], d: { } }  # e"))
        .containsExactly(
            "a: {b: [1, {c: 2}], d: { } }",
            "{b: [1, {c: 2}], d: { } }",
            "[1, {c: 2}]",
            "1",
            "{c: 2}",
            "2",
            "{ }");
  }

  @Test
  void aPairInAListEndsWithItsValue() {
    assertThat(values("[a: b, c: , ? d : [e] , f: g]"))
        .containsExactly(
            "[a: b, c: , ? d : [e] , f: g]",
            "a: b",
            "b",
            "c:",
            "",
            "? d : [e]",
            "[e]",
            "e",
            "f: g",
            "g");
  }

  @Test
  void scalarsHaveTheirQuotes() {
    assertThat(values("- 'a''b'\n- \"c\\\"d\"  # e\n- f g\n- \"h\n  i\"\n- j\n  k\n"))
        .endsWith("'a''b'", "\"c\\\"d\"", "f g", "\"h\n  i\"", "j\n  k");
  }

  @Test
  void blockScalarsStartAtTheirHeaderAndEndWithTheirLastCharacter() {
    assertThat(values("- |  # x\n  a\n   b\n\n\n- >-\n\n  c\n\n# d\n- |+\n  e\n\n"))
        .endsWith("|  # x\n  a\n   b", ">-\n\n  c", "|+\n  e");
  }

  @Test
  void anchorsAndTagsAreNoPartOfTheValue() {
    assertThat(
            values(
                """
                a: &a true
                b: !!str &b yes
                c: &c !!map  {d: 1}
                e: &e # why
                  # because
                  f: 2
                g: !<tag:yaml.org,2002:int> 3
                h: &h
                  - !!str &i 4
                """))
        .contains("true", "yes", "{d: 1}", "f: 2", "3", "- !!str &i 4", "4")
        .noneMatch(text -> text.startsWith("&") || text.startsWith("!"));
  }

  @Test
  void keysAreWithoutTheirAnchors() {
    YamlDocument document = document("&r\n&k a: 1\n? !!str b\n: 2\n\"c\": 3");
    assertThat(keys(document)).containsExactly("a", "b", "\"c\"");
  }

  @Test
  void valuesThatAreNotWrittenAreEmptyBehindTheirColonOrDash() {
    String yaml = "a:\nb: # c\n  # d\ne: &e\nf: !!null\ng: [h: ]\ni:\n  -\n  - \n";
    assertThat(nodes(document(yaml).root()).stream().filter(node -> node.start() == node.end()))
        .extracting(node -> yaml.substring(0, node.start()).lines().reduce("", (x, y) -> y))
        .containsExactly("a:", "b:", "e: &e", "f: !!null", "g: [h:", "  -", "  -");
  }

  @Test
  void anAliasHasItsOwnPlaceAndItsTarget() {
    YamlDocument document = document("a: &x {b: 1}\nc: *x\nd: [*x]\n");
    assertThat(nodes(document.root()).stream().filter(YamlAlias.class::isInstance))
        .hasSize(2)
        .allMatch(alias -> text(document, alias).equals("*x"))
        .allMatch(alias -> text(document, alias.resolved()).equals("{b: 1}"));
  }

  @Test
  void mergedEntriesKeepThePlaceOfTheirText() {
    YamlDocument document = document("x: &x {a: 1, b: 2}\nz:\n  <<: *x\n  b: 3\n");
    YamlMapping merged = (YamlMapping) ((YamlMapping) document.root()).get("z").orElseThrow();
    assertThat(text(document, merged)).isEqualTo("<<: *x\n  b: 3");
    YamlEntry a = merged.entry("a").orElseThrow();
    assertThat(document.span(a.value())).hasToString("1:11-1:12");
    assertThat(a.mergedThrough().map(document::span).map(Object::toString)).contains("3:7-3:9");
    YamlEntry b = merged.entry("b").orElseThrow();
    assertThat(b.mergedThrough()).isEmpty();
    assertThat(text(document, b.value())).isEqualTo("3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void everyLineEndWillDo(String end) {
    String yaml = String.join(end, "# é😀", "a: '😀' # 😀", "b:", "  - |", "    c", "", "d: e", "");
    assertThat(values(yaml)).endsWith("'😀'", "- |" + end + "    c", "|" + end + "    c", "e");
  }

  @Test
  void positionsCountUtf16Units() {
    YamlDocument document =
        document("é: 1\n\"😀😀\": [😀, b]\n\uD83D\uDE00: {c: \"\\U0001F600\", d: e}\n");
    List<String> spans = new ArrayList<>();
    for (YamlNode node : nodes(document.root())) {
      if (node instanceof YamlScalar) {
        spans.add(document.span(node).toString());
      }
    }
    assertThat(spans).containsExactly("1:4-1:5", "2:10-2:12", "2:14-2:15", "3:9-3:21", "3:26-3:27");
  }

  @Test
  void tabsAreOneColumn() {
    YamlDocument document = document("a:\tb\t# c\nd: [\te,\tf]\n");
    assertThat(nodes(document.root()).stream().map(node -> document.span(node).toString()))
        .containsExactly("1:1-2:11", "1:4-1:5", "2:4-2:11", "2:6-2:7", "2:9-2:10");
  }

  @Test
  void documentsStartBehindTheirMarker() {
    SourceText source = new SourceText("t", "a: 1\n--- {b: 2}\n--- # c\n😀: 3\n--- |\n d\n...\n");
    assertThat(YamlReader.read(source).documents())
        .extracting(document -> document.span(document.root()).toString())
        .containsExactly("1:1-1:5", "2:5-2:11", "4:1-4:6", "5:5-6:3");
  }

  @Test
  void jsonHasTheSamePlaces() {
    String json =
        """
        {
        \t"a\\u00e9😀": "x\\"\\\\y😀", "b": [1, -2.5e+3, true, null, "", {}, []],
        \t"c": {"d": {"e": false}}
        }
        """;
    assertThat(values(json).subList(1, 12))
        .containsExactly(
            "\"x\\\"\\\\y😀\"",
            "[1, -2.5e+3, true, null, \"\", {}, []]",
            "1",
            "-2.5e+3",
            "true",
            "null",
            "\"\"",
            "{}",
            "[]",
            "{\"d\": {\"e\": false}}",
            "{\"e\": false}");
    assertThat(keys(document(json))).containsExactly("\"a\\u00e9😀\"", "\"b\"", "\"c\"");
  }

  @Test
  void everyJsonValueOfAStreamHasItsPlace() {
    SourceText source = new SourceText("t", " {\"a\": 1}\n\n[2]\r\n---\n {\"b\": 3}");
    assertThat(YamlReader.read(source).documents())
        .extracting(document -> document.span(document.root()).toString())
        .containsExactly("1:2-1:10", "3:1-3:4", "5:2-5:10");
  }

  /** The texts of all values, outer ones first. */
  private static List<String> values(String yaml) {
    YamlDocument document = document(yaml);
    return nodes(document.root()).stream().map(node -> text(document, node)).toList();
  }

  private static List<String> keys(YamlDocument document) {
    YamlMapping root = (YamlMapping) document.root();
    return root.entries().stream().map(entry -> text(document, entry.key())).toList();
  }

  private static List<YamlNode> nodes(YamlNode node) {
    List<YamlNode> nodes = new ArrayList<>(List.of(node));
    if (node instanceof YamlSequence sequence) {
      sequence.items().forEach(item -> nodes.addAll(nodes(item)));
    } else if (node instanceof YamlMapping mapping) {
      mapping.entries().forEach(entry -> nodes.addAll(nodes(entry.value())));
    }
    return nodes;
  }

  private static String text(YamlDocument document, YamlNode node) {
    return document.source().text().substring(node.start(), node.end());
  }

  private static YamlDocument document(String yaml) {
    YamlStream stream = YamlReader.read(new SourceText("test.yaml", yaml));
    assertThat(stream.problems()).isEmpty();
    assertThat(stream.documents()).hasSize(1);
    return stream.documents().get(0);
  }
}
