package dev.seaworthy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.source.Problem;
import dev.seaworthy.source.SourceText;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random texts, always the same ones: what holds for every document holds for these. */
class YamlFuzzTest {

  private static final String SPECIAL =
      "ab01 :-?,[]{}#&*!|>'\"%@`~\\\n\t.=<\r\uFEFF\u2028\u0085\u0000\u0007é\uD83D\uDE00";

  static LongStream seeds() {
    return LongStream.range(0, 150);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aWrittenDocumentIsReadBack(long seed) {
    RandomYaml random = new RandomYaml(seed);
    YamlStream stream = YamlReader.read(new SourceText("f", random.yaml()));
    assertThat(stream.problems()).isEmpty();
    assertThat(stream.documents()).hasSize(1);
    assertThat(KubernetesJson.of(stream.documents().get(0).root())).isEqualTo(random.json());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theTextOfAnyFlowValueAloneIsTheSameValue(long seed) {
    YamlStream stream = YamlReader.read(new SourceText("f", new RandomYaml(seed).yaml()));
    checkValues(stream.documents().get(0), stream.documents().get(0).root());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void randomCharactersDoNoHarm(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      text.append(SPECIAL.charAt(random.nextInt(SPECIAL.length())));
    }
    checkReading(text.toString());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void damagedDocumentsDoNoHarm(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(new RandomYaml(seed).yaml());
    for (int i = 0; i < 5; i++) {
      int at = random.nextInt(text.length());
      text.setCharAt(at, SPECIAL.charAt(random.nextInt(SPECIAL.length())));
      text.deleteCharAt(random.nextInt(text.length()));
      checkReading(text.toString());
    }
  }

  /** Reads what may be broken: places are inside the text, and spans nest. */
  private static void checkReading(String text) {
    SourceText source = new SourceText("f", text);
    YamlStream stream = YamlReader.read(source);
    for (YamlDocument document : stream.documents()) {
      checkSpans(document.root(), 0, text.length());
    }
    for (Problem problem : stream.problems()) {
      int line = problem.span().orElseThrow().start().line();
      assertThat(line).isBetween(1, source.lineCount());
      assertThat(problem.message()).isNotBlank().doesNotStartWith(",").doesNotEndWith(".");
      assertThat(problem.hint()).endsWith(".");
    }
  }

  private static void checkSpans(YamlNode node, int from, int to) {
    assertThat(node.start()).isBetween(from, to);
    assertThat(node.end()).isBetween(node.start(), to);
    if (node instanceof YamlSequence sequence) {
      sequence.items().forEach(item -> checkSpans(item, node.start(), node.end()));
    } else if (node instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        if (entry.mergedThrough().isEmpty()) {
          checkSpans(entry.value(), node.start(), node.end());
        }
      }
    }
  }

  private static void checkValues(YamlDocument document, YamlNode node) {
    String text = document.source().text().substring(node.start(), node.end());
    if (node instanceof YamlMapping mapping) {
      mapping.entries().forEach(entry -> checkValues(document, entry.value()));
    } else if (node instanceof YamlSequence sequence) {
      sequence.items().forEach(item -> checkValues(document, item));
    }
    boolean block =
        node instanceof YamlScalar scalar
            ? scalar.style() == YamlScalar.Style.LITERAL
            : !text.startsWith("{") && !text.startsWith("[");
    if (!block) {
      YamlStream alone = YamlReader.read(new SourceText("alone", "- " + text));
      assertThat(KubernetesJson.of(alone.documents().get(0).root()))
          .isEqualTo("[" + KubernetesJson.of(node) + "]");
    }
  }
}
