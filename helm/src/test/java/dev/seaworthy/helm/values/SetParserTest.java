package dev.seaworthy.helm.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seaworthy.source.Location;
import dev.seaworthy.source.Span;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a=b                       | a: STRING b
          a=b,c.d=e                 | a: STRING b; c.d: STRING e
          a=b,                      | a: STRING b
          a=                        | a: STRING
          a=b=c                     | a: STRING b=c
          a\\.b\\/c=d               | a\\.b/c: STRING d
          a\\=b=c                   | a\\=b: STRING c
          a=b\\,c                   | a: STRING b,c
          a=b\\\\c\\                | a: STRING b\\c
          a b= c d                  | a b: STRING  c d
          a="b"                     | a: STRING "b"
          a[0]=x                    | a[0]: STRING x
          a[2].b[1].c=x             | a[2].b[1].c: STRING x
          a[0][1]=x                 | a[0][1]: STRING x
          a={b,c}                   | a: [STRING b, STRING c]
          a={b},c=d                 | a: [STRING b]; c: STRING d
          a={b\\,c,1,null,}         | a: [STRING b,c, INTEGER 1, NULL null, STRING]
          a={}                      | a: [STRING]
          a=\\{b                    | a: STRING {b
          """)
  void readsPathsListsAndEscapes(String argument, String values) throws SetSyntaxException {
    assertThat(describe(SetParser.parse(SetArgument.set(argument)))).isEqualTo(values);
  }

  @ParameterizedTest
  @CsvSource({
    "true, BOOLEAN true",
    "False, BOOLEAN false",
    "null, NULL null",
    "0, INTEGER 0",
    "-0, INTEGER 0",
    "+5, INTEGER 5",
    "-010, INTEGER -10",
    "9223372036854775807, INTEGER 9223372036854775807",
    "9223372036854775808, STRING 9223372036854775808",
    "007, STRING 007",
    "1.5, STRING 1.5",
    "1e3, STRING 1e3",
    "0x10, STRING 0x10",
    "1_000, STRING 1_000",
    "yes, STRING yes",
    "~, STRING ~",
    "[], STRING []",
  })
  void takesForANumberOrABooleanWhatHelmTakesForOne(String written, String value)
      throws SetSyntaxException {
    assertThat(describe(SetParser.parse(SetArgument.set("a=" + written)))).isEqualTo("a: " + value);
  }

  @Test
  void takesEverythingForTextIfAskedTo() throws SetSyntaxException {
    assertThat(describe(SetParser.parse(SetArgument.setString("a=1,b=null,c={true,0}"))))
        .isEqualTo("a: STRING 1; b: STRING null; c: [STRING true, STRING 0]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a,b=c", "{a,b}", "\\", "a\\,b", "}", "x=y", "true"})
  void takesAValueOfAFileAsItIs(String value) throws SetSyntaxException {
    Location location = Location.exact("seaworthy.yaml", Span.FILE_START);
    SetArgument argument = SetArgument.of("a.b", value, true, location);

    assertThat(SetParser.parse(argument))
        .singleElement()
        .satisfies(set -> assertThat(((YamlScalar) set.value()).text()).isEqualTo(value))
        .satisfies(set -> assertThat(set.argument().location()).contains(location));
  }

  @Test
  void knowsWhereAValueStandsInTheArgument() throws SetSyntaxException {
    String argument = "image.tag=v1,image.name=\\,x";
    List<SetValue> values = SetParser.parse(SetArgument.set(argument));

    assertThat(values)
        .extracting(set -> argument.substring(set.value().start(), set.value().end()))
        .containsExactly("v1", "\\,x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a               | 1 | 'a' has no value
          a,b=c           | 1 | 'a' has no value
          x=1,a.b         | 5 | 'a.b' has no value
          a[0]            | 1 | 'a[0]' has no value
          =1              | 1 | a key is missing
          .a=1            | 1 | a key is missing
          a..b=1          | 3 | a key is missing
          a.=1            | 3 | a key is missing
          a=b,,c=d        | 5 | a key is missing
          a[0=x           | 2 | '[' is not closed
          a[x]=b          | 3 | 'x' is no index
          a[-1]=b         | 3 | '-1' is no index
          a[]=b           | 3 | '' is no index
          a[70000]=b      | 3 | an index is at most 65536
          a[0]x=1         | 5 | text after an index
          a={b            | 3 | '{' is not closed
          """)
  void saysWhatIsWrongAndWhere(String argument, int character, String cause) {
    SetSyntaxException error = error(argument);

    assertThat(error)
        .hasMessage("'--helm-set " + argument + "', character " + character + ": " + cause);
    assertThat(error.offset()).isEqualTo(character - 1);
    assertThat(error.hint()).matches("[A-Z].*\\.");
  }

  @Test
  void refusesAnEmptyArgument() {
    assertThat(error("")).hasMessageContaining("a key is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {".b", "[0]"})
  void refusesPathsThatAreTooDeep(String step) {
    assertThat(error("a" + step.repeat(100_000) + "=1"))
        .hasMessageContaining("the key is nested too deeply");
  }

  private static SetSyntaxException error(String argument) {
    return catchThrowableOfType(
        SetSyntaxException.class, () -> SetParser.parse(SetArgument.set(argument)));
  }

  private static String describe(List<SetValue> values) {
    return values.stream()
        .map(set -> set.writtenPath() + ": " + describe(set.value()))
        .collect(Collectors.joining("; "));
  }

  private static String describe(YamlNode value) {
    if (value instanceof YamlSequence list) {
      return list.items().stream().map(SetParserTest::describe).toList().toString();
    }
    YamlScalar scalar = (YamlScalar) value;
    return scalar.text().isEmpty() ? scalar.type() + "" : scalar.type() + " " + scalar.text();
  }
}
