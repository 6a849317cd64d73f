package dev.seaworthy.helm.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetTextTest {

  private static List<String> values(String text) {
    return SetText.parts(text).stream()
        .filter(SetText.Part::isValue)
        .map(SetText.Part::text)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a=1|1",
        "a=1,b=2|1;2",
        "a.b[0].c=x,d=y|x;y",
        "a={x,y}|x;y",
        "a={x,y},b=z|x;y;z",
        "a={x}b=z|x;z",
        "a=x=y|x=y",
        "a=x\\,y,b=z|x,y;z",
        "a\\=b=c|c",
        "a={x\\,y\\},z}|x,y};z",
        "a=x\\|x",
        "a={x|x"
      })
  void findsTheValues(String text, String expected) {
    assertThat(values(text)).containsExactly(expected.split(";"));
  }

  @Test
  void findsEmptyValues() {
    assertThat(values("a=,b=")).containsExactly("", "");
    assertThat(values("a={}")).containsExactly("");
    assertThat(values("a")).isEmpty();
    assertThat(values("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=1,b=2",
        "a={x,y},b.c[1]=z,",
        "a={x}b=z",
        "a",
        "a={x",
        "=",
        ",,",
        "a[=]=1",
        "{}="
      })
  void losesNothing(String text) {
    String all = SetText.parts(text).stream().map(SetText.Part::text).collect(Collectors.joining());
    assertThat(all).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"a=1|a=1,", "a=1,|a=1,", "a=1\\,|a=1\\,,", "a=1\\|a=1,", "a=1\\\\|a=1\\\\,"})
  void endsWithOneCommaThatCounts(String text, String expected) {
    assertThat(SetText.closed(text)).isEqualTo(expected);
  }

  @Test
  void escapesWhatEndsAValue() {
    assertThat(values("a=" + SetText.escape("{x,y}\\z") + ",b=1")).containsExactly("{x,y}\\z", "1");
  }
}
