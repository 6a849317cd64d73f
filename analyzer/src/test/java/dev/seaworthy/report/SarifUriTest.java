package dev.seaworthy.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SarifUriTest {

  @ParameterizedTest
  @CsvSource({
    "deploy/web.yaml, deploy/web.yaml",
    "<stdin>, %3Cstdin%3E",
    "a b#c?d%.yaml, a%20b%23c%3Fd%25.yaml",
    "größe.yaml, gr%C3%B6%C3%9Fe.yaml",
    "😀.yaml, %F0%9F%98%80.yaml",
    "values+prod@1.yaml, values+prod@1.yaml",
    "./a/b.yaml, a/b.yaml",
    "../a.yaml, ../a.yaml",
  })
  void aRelativeNameStaysRelative(String file, String uri) {
    assertThat(SarifUri.of(file)).isEqualTo(uri);
    assertThat(SarifUri.isAbsolute(file)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a:b/c.yaml, a%3Ab/c.yaml",
    "https://example.org/x.yaml, https%3A//example.org/x.yaml",
    "C:x.yaml, C%3Ax.yaml",
  })
  void aColonMakesNoScheme(String file, String uri) {
    assertThat(SarifUri.of(file)).isEqualTo(uri);
  }

  @ParameterizedTest
  @CsvSource({
    "/srv/my files/a.yaml, file:///srv/my%20files/a.yaml",
    "//host/share/a.yaml, file:////host/share/a.yaml",
    "C:/Users/x y/a.yaml, file:///C:/Users/x%20y/a.yaml",
    "/C:/Users/a.yaml, file:///C:/Users/a.yaml",
  })
  void anAbsoluteNameBecomesAFileUri(String file, String uri) {
    assertThat(SarifUri.of(file)).isEqualTo(uri);
    assertThat(SarifUri.isAbsolute(file)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"'', .", "., .", "./, ."})
  void noNameIsEmpty(String file, String uri) {
    assertThat(SarifUri.of(file)).isEqualTo(uri);
  }
}
