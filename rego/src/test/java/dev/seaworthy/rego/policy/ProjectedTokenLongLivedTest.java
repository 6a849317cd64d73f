package dev.seaworthy.rego.policy;

import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.ParameterizedRule;
import dev.seaworthy.testing.RuleTester;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectedTokenLongLivedTest {

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      spec:
        volumes:
          - name: vault
            projected:
              sources:
                - serviceAccountToken:
                    path: token
                    expirationSeconds: %s
                - serviceAccountToken: {path: default}
      """;

  private final RuleTester rule = RuleTester.of(BundledRule.named("projected-token-long-lived"));

  @Test
  void aDayIsLongEnough() {
    rule.check(POD.formatted("86400"));
    rule.check(
        POD.formatted(
            "86401 #! token 'token' of volume 'vault' is valid for 86401 seconds, more than 86400"));
    rule.check(POD.formatted("4294967296 #! valid for 4294967296 seconds"));
    rule.check(POD.formatted("'999999'"));
  }

  @Test
  void theMaximumCanBeChosen() {
    RuleTester strict =
        RuleTester.of(
            ((ParameterizedRule) BundledRule.named("projected-token-long-lived"))
                .withParameters(Map.of("maximum", new ParameterValue.Whole(600))));
    strict.check(POD.formatted("600"));
    strict.check(POD.formatted("601 #! more than 600"));
  }
}
