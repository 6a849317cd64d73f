package dev.seaworthy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlCommentsTest {

  @Test
  void findsCommentsAtTheEndOfALineAndAlone() {
    List<YamlComment> comments =
        find(
            "# mark: one\na: b # mark: two \r\n  #mark: three\n\t# \tmark:four\n- c: | # mark: five\n  d\n");
    assertThat(comments)
        .extracting(YamlComment::text)
        .containsExactly("mark: one", "mark: two", "mark: three", "mark:four", "mark: five");
    assertThat(comments)
        .extracting(YamlComment::alone)
        .containsExactly(true, false, true, true, false);
  }

  @Test
  void aCommentRunsFromItsSignToTheEndOfTheLine() {
    String yaml = "é😀: b   # mark: x y\r\nc: d";
    YamlComment comment = find(yaml).get(0);
    assertThat(yaml.substring(comment.start(), comment.end())).isEqualTo("# mark: x y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: '# mark: x'",
        "a: \"b # mark: x\"",
        "a: b# mark: x",
        "a: |\n  # mark: x\n",
        "a: >-\n  b\n\n  # mark: x\n  c\n",
        "a: 'b\n  # mark: x\n  c'",
        "? |\n  # mark: x\n: b",
        "a: [\"\n # mark: x\"]",
        "x: &x {a: 'b # mark: x'}\nz: {<<: *x}",
        "{\"a\": \"# mark: x\"}",
      })
  void aNumberSignInTextStartsNoComment(String yaml) {
    assertThat(find(yaml)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"# other mark: x", "# marks: x", "#! mark: x", "a: mark: x", "mark: # x"})
  void aCommentMustStartWithTheWord(String yaml) {
    assertThat(find(yaml)).isEmpty();
  }

  @Test
  void aCommentBehindABlockScalarIsOne() {
    assertThat(find("a: |\n  b\n# mark: x\nc: d # mark: y\n")).hasSize(2);
  }

  @Test
  void aSignInsideACommentStartsNoOther() {
    assertThat(find("a: b # mark: one # mark: two")).hasSize(1);
  }

  @Test
  void commentsOfABrokenDocumentAreFound() {
    assertThat(find("# mark: x\na: [\n---\nb: '# mark: y' # mark: z\n"))
        .extracting(YamlComment::text)
        .containsExactly("mark: x", "mark: z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"- a # mark: x\n", "# mark: x\n", "- '# mark: x'\n", "# mark: x "})
  @Timeout(60)
  void manyCommentsTakeLinearTime(String line) {
    assertThat(find(line.repeat(200_000)).size()).isIn(200_000, 0, 1);
  }

  @Test
  @Timeout(60)
  void manyCommentsInOneTextTakeLinearTime() {
    assertThat(find("a: |\n" + "  # mark: x\n".repeat(200_000))).isEmpty();
  }

  private static List<YamlComment> find(String yaml) {
    return YamlComments.startingWith(YamlReader.read(new SourceText("t", yaml)), "mark:");
  }
}
