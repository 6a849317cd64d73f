package dev.seaworthy.yaml;

import static java.lang.Integer.parseInt;
import static java.util.regex.Matcher.quoteReplacement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the reader against what {@code sigs.k8s.io/yaml} was measured to do. */
class KubernetesYamlTest {

  private static final String ERROR = "ERROR";
  private static final Pattern CODE_POINT = Pattern.compile("‹(\\p{XDigit}+)›");

  @ParameterizedTest(name = "{0}")
  @MethodSource("facts")
  void readsAsKubernetesDoes(String yaml, String json) {
    assertThat(read(plain(yaml))).isEqualTo(plain(json));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("differences")
  void differsOnlyWhereWeKnowIt(String yaml, String json, String kubernetes) {
    assertThat(read(plain(yaml))).isEqualTo(plain(json)).isNotEqualTo(kubernetes);
  }

  static Stream<Arguments> facts() throws IOException {
    return lines("kubernetes-yaml.tsv").map(columns -> Arguments.of(columns[0], columns[1]));
  }

  static Stream<Arguments> differences() throws IOException {
    return lines("known-differences.tsv")
        .map(columns -> Arguments.of(columns[0], columns[1], columns[2]));
  }

  private static Stream<String[]> lines(String resource) throws IOException {
    try (InputStream in = KubernetesYamlTest.class.getResourceAsStream(resource)) {
      List<String[]> lines = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.isEmpty() && !line.startsWith("## ")) {
          lines.add(line.split("\t", -1));
        }
      }
      return lines.stream();
    }
  }

  /** The first document as JSON, {@code null} if there is none, as kubectl has it. */
  private static String read(String yaml) {
    YamlStream stream = YamlReader.read(new SourceText("fact.yaml", yaml));
    if (!stream.problems().isEmpty()) {
      return ERROR;
    }
    return stream.documents().isEmpty()
        ? "null"
        : KubernetesJson.of(stream.documents().get(0).root());
  }

  /** Undoes the symbols that let a document stand on one line. */
  private static String plain(String text) {
    String unwrapped = text.replace('↵', '\n').replace('␍', '\r').replace('⇥', '\t');
    return CODE_POINT
        .matcher(unwrapped)
        .replaceAll(match -> quoteReplacement(Character.toString(parseInt(match.group(1), 16))));
  }
}
