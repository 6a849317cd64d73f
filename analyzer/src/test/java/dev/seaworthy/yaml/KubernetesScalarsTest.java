package dev.seaworthy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is too long for the table of measured facts. */
class KubernetesScalarsTest {

  private static final String ZEROS = "0".repeat(100_000);

  @ParameterizedTest
  @CsvSource({"'',0", "7,7", "-,0", "+,0", "0x,0", "0b,0", "0o,0"})
  void leadingZerosDoNotMakeAnIntegerLarge(String start, int value) {
    boolean digit = start.equals("7");
    String text = digit ? ZEROS + start : start + ZEROS;
    assertThat(KubernetesScalars.typeOf(text)).isEqualTo(ScalarType.INTEGER);
    assertThat(KubernetesScalars.integerValue(text)).isEqualTo(value);
  }

  @Test
  void anIntegerBeyondEveryFloatIsText() {
    assertThat(KubernetesScalars.typeOf("1" + "0".repeat(300))).isEqualTo(ScalarType.FLOAT);
    assertThat(KubernetesScalars.typeOf("1" + "0".repeat(309))).isEqualTo(ScalarType.STRING);
    assertThat(KubernetesScalars.typeOf("0x" + "f".repeat(100_000))).isEqualTo(ScalarType.STRING);
  }

  @Test
  void aLongFractionIsANumber() {
    String text = "1." + ZEROS + "1";
    assertThat(KubernetesScalars.typeOf(text)).isEqualTo(ScalarType.FLOAT);
    assertThat(KubernetesScalars.floatValue(text)).isEqualTo(1.0);
  }

  @Test
  void theNameOfAFloatIsTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(KubernetesScalars.floatName(1e21)).isEqualTo("1e+21");
    } finally {
      Locale.setDefault(before);
    }
  }
}
