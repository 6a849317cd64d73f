package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final AtomicLong clock = new AtomicLong();

  @Test
  void isSilentWhileNobodyWonders() {
    try (Progress progress = progress(true)) {
      passes(Duration.ofMillis(499));
      progress.done(1);
    }
    assertThat(text()).isEmpty();
  }

  @Test
  void countsFilesAndLeavesNoTrace() {
    try (Progress progress = progress(true)) {
      passes(Duration.ofMillis(500));
      progress.done(7);
      progress.done(8);
      passes(Duration.ofMillis(100));
      progress.done(9);
    }
    assertThat(text())
        .contains("7 of 10 files", "9 of 10 files")
        .doesNotContain("8 of 10")
        .endsWith("\r\u001b[K");
  }

  @Test
  void isSilentWithoutATerminal() {
    try (Progress progress = progress(false)) {
      passes(Duration.ofSeconds(9));
      progress.done(1);
    }
    assertThat(text()).isEmpty();
  }

  private Progress progress(boolean active) {
    PrintStream stream = new PrintStream(written, true, StandardCharsets.UTF_8);
    return new Progress(10, stream, active, clock::get);
  }

  private void passes(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
