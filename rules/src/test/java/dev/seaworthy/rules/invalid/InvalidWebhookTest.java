package dev.seaworthy.rules.invalid;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidWebhookTest {

  private final RuleTester rule = RuleTester.of(new InvalidWebhook());

  @Test
  void flagsWebhooksThatAreCalledNowhereOrTwice() {
    rule.check(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata: {name: x}
        webhooks:
          - name: pods.policy.example.com
            clientConfig: {caBundle: YWJj} #! 'clientConfig' needs 'service' or 'url'
          - name: pods.policy.example.com #! two webhooks have the name 'pods.policy.example.com'
            clientConfig:
              url: https://policy.example.com
              service: {name: policy, namespace: prod} #! 'clientConfig' has both 'url' and 'service': keep one
          - name: policy #! name 'policy' of a webhook needs three parts, such as 'policy.example.com'
            clientConfig: {url: "http://policy.example.com"} #! url 'http://policy.example.com' of a webhook does not start with 'https://'
          - name: Pods.policy.example.com #! name of a webhook 'Pods.policy.example.com' is refused: lower-case letters, digits, '-' and '.' are allowed, with a letter or digit at both ends of each part
            clientConfig: {url: "https://policy.example.com/x?y=z"} #! url 'https://policy.example.com/x?y=z' of a webhook has a query or a fragment
          - name: a.policy.example.com
            clientConfig: {service: {name: policy, namespace: prod}}
            admissionReviewVersions: [v2] #! the API server knows reviews of 'v1' and 'v1beta1', and the webhook none of them
        """);
  }

  @Test
  void flagsWildcardsBesideWhatTheyStandFor() {
    rule.check(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata: {name: x}
        webhooks:
          - name: pods.policy.example.com
            clientConfig: {service: {name: policy, namespace: prod}}
            admissionReviewVersions: [v1]
            rules:
              - apiGroups: ["*", apps] #! '*' stands for all: remove the others beside it
                apiVersions: ["*"]
                operations: [CREATE, UPDATE]
                resources: ["*/*", pods] #! '*/*' stands for all: remove the others beside it
              - apiGroups: [""]
                apiVersions: [v1]
                operations: ["*", CREATE] #! '*' stands for all: remove the others beside it
                resources: ["*", pods/exec]
        """);
  }
}
