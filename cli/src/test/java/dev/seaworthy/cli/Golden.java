package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what the program prints; {@code -Dgolden.update=true} rewrites them. */
final class Golden {

  private Golden() {}

  static void assertEquals(Path file, String actual) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertThat(file)
        .withFailMessage("'%s' is missing: run with -Dgolden.update=true", file)
        .exists();
    assertThat(actual)
        .as(file + " (-Dgolden.update=true rewrites it)")
        .isEqualTo(Files.readString(file));
  }
}
