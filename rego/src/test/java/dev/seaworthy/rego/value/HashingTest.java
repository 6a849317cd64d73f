package dev.seaworthy.rego.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Values that an ordinary hash would throw into one bucket. */
class HashingTest {

  private static final int COUNT = 1 << 12;

  @Test
  void stringsMadeToCollideDoNot() {
    assertThat(hashes(HashingTest::colliding)).hasSizeGreaterThan(COUNT / 2);
  }

  @Test
  void numbersMadeToCollideDoNot() {
    assertThat(hashes(i -> RegoNumber.of((long) i << 32 | i))).hasSizeGreaterThan(COUNT / 2);
  }

  @Test
  void arraysMadeToCollideDoNot() {
    assertThat(hashes(i -> RegoArray.of(RegoNumber.of(i), RegoNumber.of(-31L * i))))
        .hasSizeGreaterThan(COUNT / 2);
  }

  @Test
  void objectsMadeToCollideDoNot() {
    assertThat(hashes(i -> RegoObject.builder().put(colliding(i), RegoNumber.of(i)).build()))
        .hasSizeGreaterThan(COUNT / 2);
    assertThat(hashes(i -> RegoObject.builder().put(RegoNumber.of(i), RegoNumber.of(i)).build()))
        .hasSizeGreaterThan(COUNT / 2);
  }

  @Test
  void equalValuesHaveEqualHashes() {
    List<RegoValue> ones = new ArrayList<>();
    for (String one : List.of("1", "1.0", "1e0", "10e-1")) {
      ones.add(RegoNumber.parse(one));
    }
    assertThat(ones)
        .allMatch(one -> one.equals(ones.get(0)) && one.hashCode() == ones.get(0).hashCode());
    assertThat(RegoNumber.parse("0.5")).hasSameHashCodeAs(RegoNumber.parse("5e-1"));
  }

  /** A string of {@code Aa} and {@code BB}, which are the same to {@link String#hashCode}. */
  private static RegoString colliding(int number) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < 12; bit++) {
      text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return new RegoString(text.toString());
  }

  private static Set<Integer> hashes(IntFunction<RegoValue> values) {
    Set<Integer> hashes = new HashSet<>();
    for (int i = 0; i < COUNT; i++) {
      hashes.add(values.apply(i).hashCode());
    }
    return hashes;
  }
}
