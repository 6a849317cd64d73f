package dev.seaworthy.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.cli.BundledRules;
import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.source.Source;
import dev.seaworthy.testing.Expectations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One manifest for each privilege, hardened but for that: the rules of the profile {@code strict}
 * report what is marked with their ids, and nothing else.
 */
class PrivilegedTestdataTest {

  /** Rules about something other than privileges. */
  private static final Set<String> OTHER_CATEGORIES =
      Set.of("hygiene", "invalid", "manifest", "schema");

  private static final Set<ParameterValue> NOTHING =
      Set.of(new ParameterValue.Texts(List.of()), new ParameterValue.Ranges(List.of()));

  private static final Analyzer STRICT = Testdata.analyzer(Profile.STRICT);

  static List<Path> manifests() throws IOException {
    return Testdata.manifests("privileged");
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void findsWhatIsMarkedAndNothingElse(Path manifest) throws IOException {
    String yaml = Files.readString(manifest);
    AnalysisResult result = STRICT.analyze(Source.of(manifest.getFileName().toString(), yaml));
    Map<Integer, List<String>> found = new TreeMap<>();
    for (Finding finding : result.findings()) {
      int line = finding.location().span().start().line();
      found.merge(line, List.of(finding.ruleId()), PrivilegedTestdataTest::sorted);
    }
    TreeMap<Integer, List<String>> marked = Expectations.in(yaml);
    marked.replaceAll((line, ids) -> sorted(ids, List.of()));

    assertThat(result.problems()).isEmpty();
    assertThat(found).isEqualTo(marked);
  }

  @Test
  void everyPrivilegeIsThere() throws IOException {
    Set<String> marked = new TreeSet<>();
    for (Path manifest : manifests()) {
      Expectations.in(Files.readString(manifest)).values().forEach(marked::addAll);
    }
    assertThat(marked).containsAll(privilegeRules());
  }

  /** The rules about privileges that report something without being set up first. */
  private static Set<String> privilegeRules() {
    return BundledRules.all().stream()
        .map(Rule::metadata)
        .filter(rule -> rule.profile().compareTo(Profile.STRICT) <= 0)
        .filter(rule -> !OTHER_CATEGORIES.contains(rule.category()))
        .filter(rule -> !isSilentUntilSetUp(rule))
        .map(RuleMetadata::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isSilentUntilSetUp(RuleMetadata rule) {
    return !rule.parameters().isEmpty()
        && rule.parameters().stream()
            .allMatch(parameter -> NOTHING.contains(parameter.defaultValue()));
  }

  private static List<String> sorted(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).sorted().toList();
  }
}
