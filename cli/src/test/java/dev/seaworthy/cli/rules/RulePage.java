package dev.seaworthy.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page in {@code docs/rules}: its examples, and its parts that a test writes. Run the tests with
 * {@code -Dgolden.update=true} to write them anew.
 */
final class RulePage {

  static final Path FOLDER = Path.of(projectRoot(), "docs", "rules");

  private static final String START = "<!-- generated -->\n";
  private static final String END = "<!-- /generated -->\n";
  private static final Pattern MANIFEST = block("yaml");
  private static final Pattern CONFIGURATION = block("yaml seaworthy.yaml");

  private final Path file;
  private final String text;

  private RulePage(Path file) {
    this.file = file;
    try {
      this.text = Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RulePage of(String ruleId) {
    Path file = FOLDER.resolve(ruleId + ".md");
    assertThat(file)
        .as(
            "every rule has a page: copy that of another rule and adapt it, then run with golden.update")
        .isRegularFile();
    return new RulePage(file);
  }

  static RulePage index() {
    return new RulePage(FOLDER.resolve("README.md"));
  }

  /** The ids of all pages. */
  static List<String> ids() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.equals("README.md"))
          .map(name -> name.substring(0, name.length() - ".md".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return text;
  }

  /**
   * The manifests below a heading. Other YAML, such as that of the configuration, has a word after
   * the {@code yaml} of its fence.
   */
  List<String> manifests(String heading) {
    return MANIFEST.matcher(section(heading)).results().map(match -> match.group(1)).toList();
  }

  /** The configuration below a heading. */
  Optional<String> configuration(String heading) {
    return CONFIGURATION
        .matcher(section(heading))
        .results()
        .map(match -> match.group(1))
        .findFirst();
  }

  /** The text from a heading to the next. */
  String section(String heading) {
    Matcher matcher =
        Pattern.compile(
                "^## " + Pattern.quote(heading) + "\\n(.*?)(?=^## |\\z)",
                Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(text);
    assertThat(matcher.find()).as("%s has a section '%s'", file.getFileName(), heading).isTrue();
    return matcher.group(1);
  }

  /** Checks all generated parts, in the order of the page, or writes them. */
  void checkGenerated(List<String> expected) {
    List<String> pieces = new ArrayList<>();
    int at = 0;
    for (String part : expected) {
      int start = text.indexOf(START, at);
      int end = text.indexOf(END, Math.max(start, 0));
      assertThat(start >= 0 && end >= 0)
          .as(
              "%s has %d parts '<!-- generated -->' ... '<!-- /generated -->'",
              file, expected.size())
          .isTrue();
      pieces.add(text.substring(at, start) + START + part);
      at = end;
    }
    String updated = pieces.stream().collect(Collectors.joining()) + text.substring(at);
    if (Boolean.getBoolean("golden.update") && !updated.equals(text)) {
      write(updated);
    } else {
      assertThat(text).as("%s: run with -Dgolden.update=true", file).isEqualTo(updated);
    }
  }

  private void write(String updated) {
    try {
      Files.writeString(file, updated);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Pattern block(String info) {
    return Pattern.compile("^```" + info + "\\n(.*?)^```\\n", Pattern.MULTILINE | Pattern.DOTALL);
  }

  private static String projectRoot() {
    return Objects.requireNonNull(
        System.getProperty("project.root"), "set -Dproject.root to the repository's folder");
  }
}
