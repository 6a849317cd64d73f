package dev.seaworthy.rego.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seaworthy.rego.RegoException;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlSequence;
import dev.seaworthy.yaml.YamlStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Parses all that OPA's conformance cases hold; they lie outside of this repository. */
class ConformanceSyntaxTest {

  private static final String FOLDER = "rego.conformance";

  private final List<String> failures = new ArrayList<>();
  private int parsed;

  @Test
  @EnabledIfSystemProperty(
      named = FOLDER,
      matches = ".+",
      disabledReason = "set -Drego.conformance to a folder with OPA's conformance cases")
  void everyModuleQueryAndTermOfTheConformanceCasesParses() throws IOException {
    Path folder = Path.of(System.getProperty(FOLDER));
    assumeTrue(Files.isDirectory(folder), () -> folder + " is no folder");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(ConformanceSyntaxTest::holdsCases).sorted().toList()) {
        parseCases(file);
      }
    }
    assertThat(failures).isEmpty();
    assertThat(parsed).isPositive();
  }

  private static boolean holdsCases(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".json") || name.endsWith(".yaml");
  }

  private void parseCases(Path file) throws IOException {
    YamlStream stream = YamlReader.read(new SourceText(file.toString(), Files.readString(file)));
    assertThat(stream.problems()).isEmpty();
    for (YamlNode one : items(stream.documents().get(0).root(), "cases")) {
      YamlMapping testCase = (YamlMapping) one.resolved();
      String note = text(testCase, "note").orElse("");
      boolean mayFail = text(testCase, "want_error_code").orElse("").equals("rego_parse_error");
      int number = 0;
      for (YamlNode module : items(testCase, "modules")) {
        String name = note + ", module " + number++;
        check(name, mayFail, () -> parseModule(module.resolved().toString()));
      }
      text(testCase, "query")
          .ifPresent(
              query ->
                  check(
                      note + ", query",
                      mayFail,
                      () -> RegoParser.parseQuery(query, RegoVersion.V1)));
      text(testCase, "input_term")
          .ifPresent(term -> check(note + ", input", mayFail, () -> RegoParser.parseTerm(term)));
    }
  }

  private static Module parseModule(String text) throws RegoException {
    return RegoParser.parseModule("test.rego", text, RegoVersion.V1);
  }

  private void check(String name, boolean mayFail, Parse parse) {
    parsed++;
    try {
      parse.run();
    } catch (RegoException e) {
      if (!mayFail) {
        failures.add(name + ": " + e.getMessage());
      }
    }
  }

  private static List<YamlNode> items(YamlNode node, String key) {
    return node.resolved() instanceof YamlMapping mapping
        ? mapping
            .get(key)
            .map(found -> found instanceof YamlSequence list ? list.items() : List.<YamlNode>of())
            .orElse(List.of())
        : List.of();
  }

  private static Optional<String> text(YamlMapping mapping, String key) {
    return mapping.get(key).map(Object::toString);
  }

  /** Parses something. */
  private interface Parse {
    Object run() throws RegoException;
  }
}
