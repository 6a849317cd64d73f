package dev.seaworthy.rules.invalid;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidCustomResourceDefinitionTest {

  private final RuleTester rule = RuleTester.of(new InvalidCustomResourceDefinition());

  @Test
  void flagsANameThatIsNotThePluralAndTheGroup() {
    rule.check(
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: widget.example.com} #! the definition is named 'widget.example.com', not 'widgets.example.com'
        spec:
          group: example.com
          names: {plural: widgets, kind: Widget, listKind: Widget, singular: Widget, shortNames: [W]} #! 'listKind' and 'kind' are both 'Widget' #! singular 'Widget' is refused: lower-case letters, digits and '-' are allowed, with a letter at the start and a letter or digit at the end #! name 'W' is refused: lower-case letters, digits and '-' are allowed, with a letter at the start and a letter or digit at the end
          versions:
            - {name: v1, storage: true}
            - {name: v1, storage: true} #! two versions have the name 'v1' #! two versions have 'storage: true', and one is needed
            - {name: V2, storage: false} #! version 'V2' is refused: lower-case letters, digits and '-' are allowed, with a letter at the start and a letter or digit at the end
        """);
  }

  @Test
  void flagsADefinitionThatNoVersionStores() {
    rule.check(
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: widgets.example}
        spec:
          group: example #! group 'example' needs a domain, such as 'example.example.com'
          names: {plural: widgets, kind: Widget}
          conversion: {strategy: Webhook} #! conversion by the strategy 'Webhook' needs a 'webhook'
          versions: #! one of the versions needs 'storage: true'
            - {name: v1, storage: false}
        """);
  }

  @Test
  void flagsAWebhookThatNobodyAsks() {
    rule.check(
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: widgets.example.com}
        spec:
          group: example.com
          names: {plural: widgets, kind: Widget}
          conversion:
            strategy: None
            webhook: {} #! conversion by the strategy 'None' has no 'webhook'
          versions:
            - {name: v1, storage: true}
            - {name: v2, storage: false}
        """);
  }
}
