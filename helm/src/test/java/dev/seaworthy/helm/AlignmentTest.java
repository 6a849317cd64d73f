package dev.seaworthy.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.source.SourceText;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlignmentTest {

  @Test
  void equalTextsAreTheSameThroughout() {
    assertThat(proven("a\nb\nc\n", "a\nb\nc\n")).containsExactly(1, 2, 3);
    assertThat(proven("a\r\nb", "a\nb\n\n \n")).containsExactly(1, 2);
  }

  @Test
  void aLineWithARandomValueIsNotProvenAndAllOthersAre() {
    assertThat(proven("a\nx1\nb\ny1\nc\n", "a\nx2\nb\ny2\nc\n")).containsExactly(1, 3, 5);
  }

  @Test
  void betweenWhereTheTextsPartAndWhereTheyMeetAgainNothingIsProven() {
    assertThat(proven("a\nb\nx\ny\nb\nc\n", "a\nb\nz\nb\nc\n")).containsExactly(1, 2, 5, 6);
    assertThat(proven("a\nc\n", "a\nb\nc\n")).containsExactly(1, 2);
    assertThat(proven("a\n", "b\na\n")).containsExactly(1);
  }

  @Test
  void aLineIsNeverTheSameAsTwo() {
    Alignment fewer = alignment("a\na\n", "a\na\na\n");

    assertThat(fewer.offset(0)).hasValue(0);
    assertThat(fewer.offset(2)).hasValue(2);
    assertThat(proven("a\na\na\n", "a\na\n")).containsExactly(1, 2);
  }

  @Test
  void offsetsMoveWithTheirLines() {
    Alignment alignment = alignment("a\nbcd\n", "a\nnew\nbcd\n");

    assertThat(alignment.offset(1)).hasValue(1);
    assertThat(alignment.offset(3)).hasValue(7);
    assertThat(alignment("a\nx1\n", "a\nx2\n").offset(3)).isEmpty();
  }

  @Test
  void theNearestProvenLineIsLookedForUpwards() {
    Alignment alignment = alignment("a\nx1\ny1\nb\n", "a\nx2\ny2\nb\n");

    assertThat(alignment.provenAbove(3)).isEqualTo(1);
    assertThat(alignment.provenAbove(4)).isEqualTo(4);
    assertThat(alignment("x1\n", "x2\n").provenAbove(1)).isZero();
  }

  @Test
  void whereNothingWasRenderedWithMarksNothingIsProven() {
    assertThat(proven("a\nb\n", "")).isEmpty();
  }

  private static List<Integer> proven(String plain, String other) {
    Alignment alignment = alignment(plain, other);
    int lines = (int) plain.lines().count();
    return IntStream.rangeClosed(1, lines).filter(alignment::isProven).boxed().toList();
  }

  private static Alignment alignment(String plain, String other) {
    return new Alignment(new SourceText("plain", plain), new SourceText("other", other));
  }
}
