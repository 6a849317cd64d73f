package dev.seaworthy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.OncePerMessage;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class OncePerMessageTest {

  private static final String MAP = "apiVersion: v1\nkind: ConfigMap\n";
  private static final String ACCEPTED =
      "apiVersion: v1\n# seaworthy: ignore[said-once] known\nkind: ConfigMap\n";

  private static final ObjectRule EACH = AdHocRule.onObject("said-each", OncePerMessageTest::tell);

  /** Tells of kinds. */
  private record Once(RuleMetadata metadata) implements ObjectRule, OncePerMessage {
    @Override
    public void check(KubernetesObject object, Violations violations) {
      tell(object, violations);
    }
  }

  private static void tell(KubernetesObject object, Violations violations) {
    violations.report(object.root().get("kind"), "there is a '" + object.kind() + "'");
  }

  private static List<String> findings(Source... sources) {
    return Analyzer.builder()
        .rules(List.of(new Once(AdHocRule.metadata("said-once").build()), EACH))
        .parallelism(4)
        .build()
        .analyze(sources)
        .findings()
        .stream()
        .map(Finding::toString)
        .filter(text -> text.contains("[said-once]"))
        .toList();
  }

  @Test
  void theFirstOfAMessageIsKeptInTheOrderOfFilesAndPlaces() {
    assertThat(
            findings(
                Source.of("b.yaml", MAP + "---\n" + MAP),
                Source.of("c.yaml", MAP.replace("ConfigMap", "Secret")),
                Source.of("a.yaml", "\n" + MAP + "---\n" + MAP)))
        .containsExactly(
            "a.yaml:3:7: medium[said-once]: there is a 'ConfigMap'",
            "c.yaml:2:7: medium[said-once]: there is a 'Secret'");
  }

  @Test
  void oneThatIsAcceptedDoesNotSilenceTheNext() {
    assertThat(findings(Source.of("a.yaml", ACCEPTED), Source.of("b.yaml", MAP + "---\n" + MAP)))
        .containsExactly("b.yaml:2:7: medium[said-once]: there is a 'ConfigMap'");
  }

  @Test
  void otherRulesTellEach() {
    List<Finding> findings =
        Analyzer.builder()
            .rules(List.of(EACH))
            .build()
            .analyze(Source.of("a.yaml", MAP + "---\n" + MAP))
            .findings();
    assertThat(findings).hasSize(2);
  }
}
