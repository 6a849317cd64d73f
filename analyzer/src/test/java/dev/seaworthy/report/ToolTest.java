package dev.seaworthy.report;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToolTest {

  @Test
  void needsANameAndAVersion() {
    assertThatIllegalArgumentException().isThrownBy(() -> Tool.of("", "1.0"));
    assertThatIllegalArgumentException().isThrownBy(() -> Tool.of("seaworthy", " "));
  }

  @Test
  void refusesARelativeAddress() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Tool("seaworthy", "1.0", Optional.of(URI.create("docs"))))
        .withMessageContaining("docs");
  }
}
