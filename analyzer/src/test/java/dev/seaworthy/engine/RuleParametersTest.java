package dev.seaworthy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.ParameterizedRule;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.RuleParameter;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.source.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleParametersTest {

  private static final Source SOURCE = Source.of("a.yaml", "{apiVersion: v1, kind: Pod}");

  @Test
  void ruleRunsWithTheValuesThatAreSet() {
    assertThat(messages(Map.of())).containsExactly("limit 3");
    assertThat(messages(Map.of("tuned", Map.of("most", new ParameterValue.Whole(7)))))
        .containsExactly("limit 7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tuned", "X-1", "tun*"})
  void rulesAreNamedAsEverywhere(String name) {
    assertThat(messages(Map.of(name, Map.of("most", new ParameterValue.Whole(7)))))
        .containsExactly("limit 7");
  }

  @Test
  void unknownNamesAndOtherTypesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> messages(Map.of("tuend", Map.of())))
        .withMessage("there is no rule 'tuend'; did you mean 'tuned'?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> messages(Map.of("tuned", Map.of("x", new ParameterValue.Whole(1)))))
        .withMessage("rule 'tuned' has no parameter 'x'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> messages(Map.of("tuned", Map.of("most", new ParameterValue.Flag(true)))))
        .withMessage("parameter 'most' of rule 'tuned' must be a whole number");
  }

  private static List<String> messages(Map<String, Map<String, ParameterValue>> parameters) {
    Analyzer analyzer =
        Analyzer.builder().rules(List.of(new Tuned(3))).parameters(parameters).build();
    return analyzer.analyze(SOURCE).findings().stream().map(Finding::message).toList();
  }

  private record Tuned(long most) implements ObjectRule, ParameterizedRule {

    @Override
    public RuleMetadata metadata() {
      return RuleMetadata.builder("tuned", "something is wrong")
          .category("test")
          .remediation("Mend it.")
          .aliases("X-1")
          .parameters(new RuleParameter("most", "a number", new ParameterValue.Whole(3)))
          .build();
    }

    @Override
    public Rule withParameters(Map<String, ParameterValue> values) {
      return new Tuned(((ParameterValue.Whole) values.get("most")).value());
    }

    @Override
    public void check(KubernetesObject object, Violations violations) {
      violations.report(object.root(), "limit " + most);
    }
  }
}
