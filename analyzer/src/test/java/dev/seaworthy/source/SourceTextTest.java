package dev.seaworthy.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SourceTextTest {

  @Test
  void linesEndWithEveryLineBreak() {
    SourceText text = new SourceText("t", "a\nb\r\nc\rd\n\r\n");
    assertThat(text.lineCount()).isEqualTo(6);
    assertThat(text.line(1)).isEqualTo("a");
    assertThat(text.line(2)).isEqualTo("b");
    assertThat(text.line(3)).isEqualTo("c");
    assertThat(text.line(4)).isEqualTo("d");
    assertThat(text.line(5)).isEmpty();
    assertThat(text.line(6)).isEmpty();
  }

  @Test
  void anEmptyTextHasOneEmptyLine() {
    SourceText text = new SourceText("t", "");
    assertThat(text.lineCount()).isEqualTo(1);
    assertThat(text.line(1)).isEmpty();
    assertThat(text.position(0)).hasToString("1:1");
  }

  @Test
  void aPositionBehindALineBreakIsOnTheNextLine() {
    SourceText text = new SourceText("t", "a\r\nb");
    assertThat(text.position(1)).hasToString("1:2");
    assertThat(text.position(2)).hasToString("1:3");
    assertThat(text.position(3)).hasToString("2:1");
    assertThat(text.position(4)).hasToString("2:2");
  }

  @Test
  void thereIsNoLineZero() {
    SourceText text = new SourceText("t", "a");
    assertThatThrownBy(() -> text.line(0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> text.line(2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void positionsAgreeWithCounting() {
    Random random = new Random(1);
    for (int round = 0; round < 300; round++) {
      StringBuilder content = new StringBuilder();
      int length = random.nextInt(200);
      for (int i = 0; i < length; i++) {
        content.append("ab\n\r\r\n\u2028\u0085é\uD83D\uDE00\t".charAt(random.nextInt(11)));
      }
      SourceText text = new SourceText("t", content.toString());
      for (int offset = 0; offset <= length; offset++) {
        Position position = text.position(offset);
        assertThat(position).isEqualTo(count(text.text(), offset));
        assertThat(text.lineStart(position.line()) + position.column() - 1).isEqualTo(offset);
      }
    }
  }

  /** Line and column the slow way, one character after the other. */
  private static Position count(String text, int offset) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < offset; i++) {
      char c = text.charAt(i);
      boolean firstOfPair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || c == '\r' && !firstOfPair) {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    return new Position(line, column);
  }
}
