package dev.seaworthy.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.yaml.YamlNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "", "5", "1.5", "text", "true", "[]", "[1, [2]]", "{}", "{a: {b: c}}"})
  void navigationNeverFails(String value) {
    Field field = value(value);
    Field below = field.get("x").item(3).get("y", "z").item(-1);
    assertThat(below.isPresent()).isFalse();
    assertThat(below.node()).isEmpty();
    assertThat(below.items()).isEmpty();
    assertThat(below.members()).isEmpty();
    assertThat(below.text()).isEmpty();
    assertThat(below.string()).isEmpty();
    assertThat(below.bool()).isEmpty();
    assertThat(below.integer()).isEmpty();
    assertThat(below.isTrue() || below.isFalse() || below.isMapping() || below.isList()).isFalse();
    assertThat(field.get("x").item(3).get("y", "z")).hasToString("value.x[3].y.z");
  }

  @Test
  void pathsLeadToValues() {
    Field root = value("{list: [{name: a}, {name: b}]}");
    FieldPath way = FieldPath.of("list").child(1).child("name");
    assertThat(root.get(way).text()).isEqualTo("b");
    assertThat(root.get(way)).hasToString("value.list[1].name");
    assertThat(root.get(FieldPath.ROOT)).isSameAs(root);
    assertThat(root.get("list").items())
        .extracting(Field::toString)
        .containsExactly("value.list[0]", "value.list[1]");
    assertThat(root.members()).extracting(Field::toString).containsExactly("value.list");
  }

  @Test
  void nullCountsAsNotThere() {
    Field field = value("null");
    assertThat(field.isPresent()).isFalse();
    assertThat(field.node()).isEmpty();
    assertThat(field.text()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "5, 5",
        "-7, -7",
        "0o17, 15",
        "0644, 420",
        "0x1F, 31",
        "1e3, 1000",
        "1.0, 1",
        "2.5, -",
        "1e-3, -",
        "1e300, -",
        "9223372036854775807, 9223372036854775807",
        "9223372036854775808, -",
        "'''5''', -",
        "true, -",
        "[5], -",
        "text, -"
      })
  void integersAreWholeNumbersHoweverWritten(String written, Long value) {
    assertThat(value(written).integer()).isEqualTo(Optional.ofNullable(value));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"true, true", "yes, true", "off, false", "'''true''', -", "1, -", "[true], -"})
  void booleansAreBooleansOnly(String written, Boolean value) {
    Field field = value(written);
    assertThat(field.bool()).isEqualTo(Optional.ofNullable(value));
    assertThat(field.isTrue()).isEqualTo(Boolean.TRUE.equals(value));
    assertThat(field.isFalse()).isEqualTo(Boolean.FALSE.equals(value));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"text, text, text", "'''5''', 5, 5", "5, -, 5", "yes, -, yes", "[a], -, ''"})
  void textIsWhatWasWrittenAndStringsAreStrings(String written, String string, String text) {
    assertThat(value(written).string()).isEqualTo(Optional.ofNullable(string));
    assertThat(value(written).text()).isEqualTo(text);
  }

  @Test
  void aliasesAreResolved() {
    Field root = Manifests.object("apiVersion: v1\nkind: A\na: &x {b: 5}\nc: *x\nd: [*x]\n").root();
    assertThat(root.get("c", "b").integer()).contains(5L);
    assertThat(root.get("d").items().get(0).get("b").integer()).contains(5L);
    assertThat(root.get("d").item(0).get("b")).hasToString("d[0].b");
    assertThat(root.members().get(3).isMapping()).isTrue();
  }

  @Test
  void aFieldCanBeShownElsewhere() {
    Field field = value("{a: 1, b: 2}");
    YamlNode other = field.get("b").node().orElseThrow();
    Field shown = field.get("a").shownAt(other);
    assertThat(shown.place()).containsSame(other);
    assertThat(shown.path()).isEqualTo(field.get("a").path());
    assertThat(shown.integer()).contains(1L);
    assertThat(field.get("a").place()).isEmpty();
    assertThat(field.shownAt(other).get("a").place()).isEmpty();
  }

  private static Field value(String written) {
    return Manifests.object("apiVersion: v1\nkind: A\nvalue: " + written + "\n")
        .root()
        .get("value");
  }
}
