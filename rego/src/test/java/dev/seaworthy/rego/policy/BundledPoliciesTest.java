package dev.seaworthy.rego.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rule.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every rule in Rego: its file, its registration and its test fit together. */
class BundledPoliciesTest {

  static List<String> ids() {
    return BundledPolicies.rules().stream().map(rule -> rule.metadata().id()).toList();
  }

  @Test
  void everyPolicyIsRegistered() {
    assertThat(ids())
        .containsExactlyElementsOf(
            files("policies").map(name -> name.replace('_', '-')).sorted().toList());
  }

  @ParameterizedTest
  @MethodSource("ids")
  void policyHasATest(String id) {
    String name =
        Arrays.stream(id.split("-"))
            .map(
                word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining("", "dev.seaworthy.rego.policy.", "Test"));
    assertThatCode(() -> Class.forName(name)).as("write %s", name).doesNotThrowAnyException();
  }

  @Test
  void indexSaysWhatThePoliciesSay() {
    assertThat(BundledPolicies.rules())
        .extracting(Rule::metadata)
        .containsExactlyElementsOf(
            BundledPolicies.parsedRules().stream().map(Rule::metadata).toList());
    assertThat(BundledPolicies.class.getResource("/dev/seaworthy/rego/policies.index")).isNotNull();
  }

  @Test
  void packagedFactsAreThoseOfTheirFiles() {
    assertThat(BundledPolicies.class.getResource("/dev/seaworthy/rego/facts.json")).isNotNull();
    assertThat(BundledPolicies.withFacts(RegoObject.EMPTY))
        .isEqualTo(
            RegoObject.builder()
                .put(
                    BundledPolicies.DATA,
                    RegoObject.builder()
                        .put(BundledPolicies.FACTS, PackagedFacts.original())
                        .build())
                .build());
  }

  @Test
  void metadataIsComplete() {
    for (Rule rule : BundledPolicies.rules()) {
      assertThat(rule.metadata().category()).isNotEqualTo("policy");
      assertThat(rule.metadata().title()).doesNotStartWith("policy");
      assertThat(rule.metadata().remediation()).doesNotStartWith("See the policy");
      assertThat(rule.metadata().references()).isNotEmpty();
    }
  }

  /** The names of the files of Rego in a folder of resources. */
  private static Stream<String> files(String folder) {
    try {
      Path path =
          Path.of(BundledPolicies.class.getResource("/dev/seaworthy/rego/" + folder + "/").toURI());
      try (Stream<Path> files = Files.list(path)) {
        return files
            .map(file -> file.getFileName().toString())
            .map(name -> name.substring(0, name.length() - ".rego".length()))
            .toList()
            .stream();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (java.net.URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
