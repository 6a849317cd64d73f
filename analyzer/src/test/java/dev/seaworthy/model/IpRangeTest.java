package dev.seaworthy.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.1.0.0/16, true",
    "10.0.0.0/8, 10.0.0.0/8, false",
    "10.0.0.0/8, 11.0.0.0/16, false",
    "2001:db8::/32, 2001:db8:1::/48, true",
    "10.0.0.0/8, 2001:db8::/32, false",
    "::ffff:10.0.0.0/104, 10.1.0.0/16, true"
  })
  void holdsItsParts(String range, String other, boolean holds) {
    assertThat(IpRange.parse(range).orElseThrow().holds(IpRange.parse(other).orElseThrow()))
        .isEqualTo(holds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "::/129", "x/8", "10.0.0/8", "10.0.0.0/-1"})
  void isNoneOtherwise(String text) {
    assertThat(IpRange.parse(text)).isEmpty();
  }

  @Test
  void anAddressMayBeWrittenWithAllItsBits() {
    assertThat(IpRange.parse("::ffff:1.2.3.4/128")).isPresent();
  }
}
