package dev.seaworthy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FieldPathTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of(List.of(), ""),
        Arguments.of(List.of("spec"), "spec"),
        Arguments.of(List.of("spec", "containers", 0, "image"), "spec.containers[0].image"),
        Arguments.of(List.of("a", 1, 2), "a[1][2]"),
        Arguments.of(List.of(3, "a"), "[3].a"),
        Arguments.of(List.of("labels", "example.org/x"), "labels['example.org/x']"),
        Arguments.of(List.of("example.org/x", "y"), "['example.org/x'].y"),
        Arguments.of(List.of("a", ""), "a['']"),
        Arguments.of(List.of("a", "it's"), "a['it\\'s']"),
        Arguments.of(List.of("a", "b\\c"), "a['b\\\\c']"),
        Arguments.of(List.of("a", "$(X)"), "a['$(X)']"),
        Arguments.of(List.of("a-b", "c_d", "0"), "a-b.c_d.0"),
        Arguments.of(List.of("größe"), "größe"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void isWrittenWithDotsBracketsAndQuotes(List<?> segments, String text) {
    assertThat(FieldPath.ofSegments(segments)).hasToString(text);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void equalsByItsSteps(List<?> segments, String text) {
    FieldPath path = FieldPath.ofSegments(segments);
    assertThat(path)
        .isEqualTo(FieldPath.ofSegments(segments))
        .hasSameHashCodeAs(FieldPath.ofSegments(segments))
        .isNotEqualTo(path.child("more"))
        .isNotEqualTo(path.child(0))
        .isNotEqualTo(text);
    assertThat(path.child("more")).isNotEqualTo(path);
  }

  @Test
  void anIndexIsNoName() {
    assertThat(FieldPath.ROOT.child("0")).isNotEqualTo(FieldPath.ROOT.child(0));
    assertThat(FieldPath.ROOT.child("")).isNotEqualTo(FieldPath.ROOT);
    assertThat(FieldPath.of("a", "b")).isNotEqualTo(FieldPath.of("b", "a"));
    assertThat(FieldPath.of("a", "b")).isNotEqualTo(FieldPath.of("x", "b"));
    assertThat(FieldPath.of("b")).isNotEqualTo(FieldPath.of("a", "b"));
  }

  @Test
  void startsWithItselfAndWhatIsAboveIt() {
    FieldPath path = FieldPath.of("a", "b").child(1).child("c");
    assertThat(path.startsWith(path)).isTrue();
    assertThat(path.startsWith(FieldPath.ROOT)).isTrue();
    assertThat(path.startsWith(FieldPath.of("a", "b"))).isTrue();
    assertThat(path.startsWith(FieldPath.of("a", "b").child(0))).isFalse();
    assertThat(path.startsWith(FieldPath.of("b"))).isFalse();
    assertThat(path.startsWith(path.child("d"))).isFalse();
    assertThat(FieldPath.of("ab").startsWith(FieldPath.of("a"))).isFalse();
  }

  @Test
  void stepsLeadFromTheFirstNameToThePathItself() {
    FieldPath path = FieldPath.of("a").child(1).child("c");
    assertThat(path.steps()).extracting(FieldPath::toString).containsExactly("a", "a[1]", "a[1].c");
    assertThat(path.steps()).last().isEqualTo(path);
    assertThat(FieldPath.ROOT.steps()).isEmpty();
  }

  @Test
  void knowsItsLastStep() {
    FieldPath item = FieldPath.of("a").child(7);
    assertThat(item.isIndex()).isTrue();
    assertThat(item.index()).isEqualTo(7);
    assertThat(item.name()).isEmpty();
    FieldPath name = FieldPath.of("a");
    assertThat(name.isIndex()).isFalse();
    assertThat(name.index()).isEqualTo(-1);
    assertThat(name.name()).isEqualTo("a");
    assertThat(name.parent()).contains(FieldPath.ROOT);
    assertThat(FieldPath.ROOT.parent()).isEmpty();
    assertThat(FieldPath.ROOT.isIndex()).isFalse();
  }

  @Test
  void segmentsMayBeAnyWholeNumber() {
    assertThat(FieldPath.ofSegments(List.of("a", 1L, BigInteger.TWO, 3.0)))
        .hasToString("a[1][2][3]");
  }

  static Stream<Object> noSegments() {
    return Stream.of(
        -1, 1.5, Double.NaN, 1L << 32, 1e300, BigInteger.ONE.shiftLeft(64), true, 'a', List.of());
  }

  @ParameterizedTest
  @MethodSource("noSegments")
  void refusesWhatIsNoSegment(Object segment) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FieldPath.ofSegments(List.of("spec", segment)))
        .withMessage("no path segment: " + segment);
  }

  @Test
  void refusesNull() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FieldPath.ofSegments(Arrays.asList("spec", null)))
        .withMessage("no path segment: null");
  }
}
