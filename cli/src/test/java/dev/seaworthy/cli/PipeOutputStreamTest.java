package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class PipeOutputStreamTest {

  @Test
  void swallowsTheRestOnceTheReaderHasGone() {
    PipeOutputStream out = new PipeOutputStream(failing("Broken pipe"));
    assertThatCode(
            () -> {
              out.write(new byte[3]);
              out.write(1);
              out.flush();
            })
        .doesNotThrowAnyException();
  }

  @Test
  void tellsOfAFullDisk() {
    PipeOutputStream out = new PipeOutputStream(failing("No space left on device"));
    assertThatIOException().isThrownBy(() -> out.write(new byte[3])).withMessageContaining("space");
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }
}
