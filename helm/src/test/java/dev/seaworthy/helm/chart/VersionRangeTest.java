package dev.seaworthy.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expectations are what Helm 3.21 says ({@code chartutil.IsCompatibleRange}). */
class VersionRangeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1.2.3 ; 1.2.3 ; true",
        "1.2.3 ; 1.2.4 ; false",
        "1.2.3 ; v1.2.3+build ; true",
        "=1.2 ; 1.2.9 ; true",
        "1 ; 1.9.0 ; true",
        "1.x ; 2.0.0 ; false",
        "* ; 7.0.0 ; true",
        "* ; 7.0.0-rc.1 ; false",
        "!=1.2 ; 1.2.9 ; false",
        "!=1.2.3 ; 1.2.4 ; true",
        ">1 ; 1.9.0 ; false",
        ">1 ; 2.0.0 ; true",
        ">1.2 ; 1.3.0 ; true",
        "<=1 ; 1.9.0 ; true",
        "<=1.2 ; 1.3.0 ; false",
        "=<1.2.3 ; 1.2.3 ; true",
        "~1.2.3 ; 1.2.9 ; true",
        "~1.2.3 ; 1.3.0 ; false",
        "~>1 ; 1.9.0 ; true",
        "~0.0.0 ; 9.0.0 ; true",
        "^1.2.3 ; 1.9.0 ; true",
        "^1.2.3 ; 2.0.0 ; false",
        "^0.2.3 ; 0.2.9 ; true",
        "^0.2.3 ; 0.3.0 ; false",
        "^0.0.3 ; 0.0.4 ; false",
        "^0 ; 0.9.0 ; true",
        ">=1.0.0 <2.0.0 ; 1.5.0 ; true",
        ">=1.0.0, <2.0.0 ; 2.0.0 ; false",
        "1.2 - 1.4.5 ; 1.4.5 ; true",
        "1.2 - 1.4.5 ; 1.4.6 ; false",
        "1.2.3 || ^2 ; 2.5.0 ; true",
        ">=1.0.0-0 ; 1.5.0-rc.1 ; true",
        ">=1.0.0 ; 1.5.0-rc.1 ; false",
        "^2.0.0-0 ; 2.0.0-beta ; true",
        "<1.0.0-rc.10 ; 1.0.0-rc.9 ; true",
        "'' ; 1.0.0 ; false",
        "1.2.3 || ; 1.2.3 ; false",
        "abc ; 1.0.0 ; false",
        "1.2.3.4 ; 1.2.3 ; false",
        "1.0.0 ; '' ; false",
        "* ; abc ; false",
        "1.2.3 ; 01.2.3 ; true"
      })
  void isThatOfHelm(String range, String version, boolean matches) {
    assertThat(VersionRange.matches(range, version)).isEqualTo(matches);
  }

  @Test
  void longTextIsNoRange() {
    assertThat(VersionRange.matches("1".repeat(100_000), "1.0.0")).isFalse();
    assertThat(VersionRange.matches(">1 ".repeat(10_000), "1.0.0")).isFalse();
    assertThat(VersionRange.matches("*", "1." + "0".repeat(100_000))).isFalse();
  }
}
