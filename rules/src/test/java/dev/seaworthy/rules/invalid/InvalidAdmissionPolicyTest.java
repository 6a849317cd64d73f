package dev.seaworthy.rules.invalid;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidAdmissionPolicyTest {

  private final RuleTester rule = RuleTester.of(new InvalidAdmissionPolicy());

  @Test
  void flagsAPolicyThatJudgesNothing() {
    rule.check(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata: {name: x}
        spec: #! the policy needs 'validations' or 'auditAnnotations'
          failurePolicy: Fail
          matchConditions:
            - {name: a, expression: "true"}
            - {name: a, expression: "true"} #! two conditions have the name 'a'
            - {name: a b, expression: "true"} #! name of a condition 'a b' is refused: letters, digits, '-', '_' and '.' are allowed, with a letter or digit at both ends
        """);
  }

  @Test
  void leavesAMisspeltFieldToTheSchema() {
    rule.check(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata: {name: x}
        spec:
          validation: []
        """);
  }

  @Test
  void flagsABindingWithoutAWayToItsParameters() {
    rule.check(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicyBinding
        metadata: {name: x}
        spec:
          policyName: limits
          paramRef: {parameterNotFoundAction: Deny} #! 'paramRef' needs 'name' or 'selector'
        """);
  }

  @Test
  void flagsABindingWithTwoWaysToItsParameters() {
    rule.check(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicyBinding
        metadata: {name: x}
        spec:
          policyName: limits
          paramRef:
            name: a
            selector: {} #! 'paramRef' has both 'name' and 'selector': keep one
        """);
  }
}
