package dev.seaworthy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.source.Position;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {

  @Test
  void marksTheSpan() {
    assertThat(drawn("a: <true>"))
        .isEqualTo(
            """
            a: true
               ^^^^
            """);
  }

  @Test
  void marksAnEmptySpanWithOneCaret() {
    assertThat(drawn("a:<>"))
        .isEqualTo(
            """
            a:
              ^
            """);
  }

  @Test
  void expandsTabsToTheNextStop() {
    assertThat(drawn("a\t\tb: <\tc>"))
        .isEqualTo(
            """
            a       b:  c
                       ^^
            """);
  }

  @Test
  void countsWideCharactersAsTwoCells() {
    assertThat(drawn("日本😀: <한글>x"))
        .isEqualTo(
            """
            日本😀: 한글x
                    ^^^^
            """);
  }

  @Test
  void countsCombiningCharactersAsNone() {
    assertThat(drawn("e\u0301\u200D: <x>")).isEqualTo("e\u0301\u200D: x\n   ^\n");
  }

  @Test
  void marksASpanOfSeveralLinesToTheEndOfItsFirst() {
    assertThat(drawn("- <name: app  \n  image: x>"))
        .isEqualTo(
            """
            - name: app\040\040
              ^^^^^^^^^...
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void quotesALineWithoutItsBreak(String lineBreak) {
    String text = "a: 1" + lineBreak + "b: <2>" + lineBreak + "c: 3";

    assertThat(drawn(text)).isEqualTo("b: 2\n   ^\n");
  }

  @Test
  void showsControlCharactersAsPictures() {
    assertThat(drawn("\u001b[31m\u0007\u007f: <x\u001b]0;y>"))
        .isEqualTo("␛[31m␇␡: x␛]0;y\n         ^^^^^^\n");
  }

  @Test
  void showsWhatTurnsTextAroundAsTheReplacementCharacter() {
    assertThat(drawn("\u202Ea\u2066b\u009b\u2028: <x>")).isEqualTo("�a�b��: x\n        ^\n");
  }

  @Test
  void showsHalfASurrogatePairAsTheReplacementCharacter() {
    assertThat(drawn("\uD83D: <x\uDE00>")).isEqualTo("�: x�\n   ^^\n");
  }

  @Test
  void cutsALongLineAroundTheSpan() {
    String line = "x".repeat(500) + "<secret>" + "y".repeat(500);

    assertThat(drawn(line))
        .isEqualTo(
            "..."
                + "x".repeat(40)
                + "secret"
                + "y".repeat(74)
                + "...\n"
                + " ".repeat(43)
                + "^^^^^^\n");
  }

  @Test
  void keepsTheStartOfALongLineWhereTheSpanIsNear() {
    String line = "a: <b> " + "c".repeat(500);

    assertThat(drawn(line)).isEqualTo("a: b " + "c".repeat(115) + "...\n   ^\n");
  }

  @Test
  void cutsALongSpan() {
    String line = "a: <" + "b".repeat(500) + "> c";

    assertThat(drawn(line))
        .isEqualTo("a: " + "b".repeat(117) + "...\n" + "   " + "^".repeat(117) + "...\n");
  }

  @Test
  void partsNoSurrogatePairWhenItCuts() {
    String line = "x" + "😀".repeat(100) + "<y>" + "😀".repeat(100);

    assertThat(drawn(line)).doesNotContain("�").startsWith("...😀").contains("y");
  }

  @Test
  void quotesNothingFromALineThatIsGone() {
    Span span = new Span(new Position(3, 1), new Position(3, 5));

    assertThat(Excerpt.of(new SourceText("a.yaml", "a: 1\nb: 2"), span)).isEmpty();
  }

  @Test
  void marksTheEndOfALineThatBecameShorter() {
    Span span = new Span(new Position(1, 40), new Position(1, 44));

    assertThat(Excerpt.of(new SourceText("a.yaml", "a: 1"), span))
        .hasValue(new Excerpt(1, "a: 1", 4, 1, false));
  }

  /** Draws the excerpt of the span between {@code <} and {@code >}. */
  private static String drawn(String marked) {
    int start = marked.indexOf('<');
    int end = marked.indexOf('>') - 1;
    SourceText source = new SourceText("a.yaml", marked.replace("<", "").replace(">", ""));
    Excerpt excerpt = Excerpt.of(source, source.span(start, end)).orElseThrow();
    String marks = "^".repeat(excerpt.width()) + (excerpt.continues() ? "..." : "");
    return excerpt.text() + "\n" + " ".repeat(excerpt.indent()) + marks + "\n";
  }
}
