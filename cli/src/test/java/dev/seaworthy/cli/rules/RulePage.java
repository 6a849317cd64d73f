package dev.seaworthy.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page in {@code docs/rules}: its examples, and its parts that a test writes. */
final class RulePage {

  static final Path FOLDER = GeneratedPage.DOCS.resolve("rules");

  private static final Pattern MANIFEST = block("yaml");
  private static final Pattern CONFIGURATION = block("yaml seaworthy.yaml");

  private static final Pattern CHART_FILE = block("yaml ((?:templates/)?(?!seaworthy)\\S+\\.yaml)");

  private final Path file;
  private final GeneratedPage page;

  private RulePage(Path file) {
    this.file = file;
    this.page = new GeneratedPage(file);
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
    return page.text();
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

  /**
   * The files of a chart below a heading, each with its path after the {@code yaml} of its fence.
   */
  Map<String, String> chart(String heading) {
    Map<String, String> files = new TreeMap<>();
    CHART_FILE
        .matcher(section(heading))
        .results()
        .forEach(match -> files.put(match.group(1), match.group(2)));
    return files;
  }

  /** The text from a heading to the next. */
  String section(String heading) {
    Matcher matcher =
        Pattern.compile(
                "^## " + Pattern.quote(heading) + "\\n(.*?)(?=^## |\\z)",
                Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(text());
    assertThat(matcher.find()).as("%s has a section '%s'", file.getFileName(), heading).isTrue();
    return matcher.group(1);
  }

  /** Checks all generated parts, in the order of the page, or writes them. */
  void checkGenerated(List<String> expected) {
    page.checkGenerated(expected);
  }

  private static Pattern block(String info) {
    return Pattern.compile("^```" + info + "\\n(.*?)^```\\n", Pattern.MULTILINE | Pattern.DOTALL);
  }
}
