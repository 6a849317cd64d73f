package dev.seaworthy.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A page of the documentation with parts that a test writes. Run the tests with {@code
 * -Dgolden.update=true} to write them anew.
 */
final class GeneratedPage {

  static final Path DOCS = Path.of(projectRoot(), "docs");

  private static final String START = "<!-- generated -->\n";
  private static final String END = "<!-- /generated -->\n";

  private final Path file;
  private final String text;

  GeneratedPage(Path file) {
    this.file = file;
    try {
      this.text = Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return text;
  }

  /** Checks all generated parts, in the order of the page, or writes them. */
  void checkGenerated(List<String> expected) {
    StringBuilder updated = new StringBuilder();
    int at = 0;
    for (String part : expected) {
      int start = text.indexOf(START, at);
      int end = text.indexOf(END, Math.max(start, 0));
      assertThat(start >= 0 && end >= 0)
          .as(
              "%s has %d parts '<!-- generated -->' ... '<!-- /generated -->'",
              file, expected.size())
          .isTrue();
      updated.append(text, at, start).append(START).append(part);
      at = end;
    }
    updated.append(text, at, text.length());
    if (Boolean.getBoolean("golden.update") && !updated.toString().equals(text)) {
      write(updated);
    } else {
      assertThat(text).as("%s: run with -Dgolden.update=true", file).isEqualTo(updated.toString());
    }
  }

  private void write(CharSequence updated) {
    try {
      Files.writeString(file, updated);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String projectRoot() {
    return Objects.requireNonNull(
        System.getProperty("project.root"), "set -Dproject.root to the repository's folder");
  }
}
