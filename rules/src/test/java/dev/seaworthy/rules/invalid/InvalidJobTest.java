package dev.seaworthy.rules.invalid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidJobTest {

  private final RuleTester rule = RuleTester.of(new InvalidJob());

  @Test
  void flagsFieldsOfIndexedJobsOnOthers() {
    rule.check(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: x}
        spec:
          backoffLimitPerIndex: 1 #! 'backoffLimitPerIndex' needs the 'completionMode' 'Indexed'
          maxFailedIndexes: 1 #! 'maxFailedIndexes' needs the 'completionMode' 'Indexed'
          successPolicy: {rules: [{succeededCount: 1}]} #! 'successPolicy' needs the 'completionMode' 'Indexed'
          selector: {matchLabels: {app: web}} #! the API server makes the selector of a job: remove this one
          template: {spec: {restartPolicy: Never}}
        """);
  }

  @Test
  void flagsIndexedJobsThatContradictThemselves() {
    rule.check(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: x}
        spec:
          completionMode: Indexed
          completions: 3
          maxFailedIndexes: 5 #! 'maxFailedIndexes' is over 'completions' 3 #! 'maxFailedIndexes' needs 'backoffLimitPerIndex'
          successPolicy:
            rules:
              - {succeededCount: 4} #! 'succeededCount' is over 'completions' 3
              - {} #! the rule needs 'succeededIndexes' or 'succeededCount'
          template: {spec: {restartPolicy: Never}}
        """);
  }

  @Test
  void flagsAnIndexedJobWithoutCompletions() {
    rule.check(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: x}
        spec: #! an indexed job needs 'completions'
          completionMode: Indexed
          parallelism: 2
          template: {spec: {restartPolicy: Never}}
        """);
  }

  @Test
  void flagsAPolicyOnFailuresThatIsNone() {
    rule.check(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: x}
        spec:
          podReplacementPolicy: TerminatingOrFailed #! with 'podFailurePolicy', 'podReplacementPolicy' is 'Failed'
          podFailurePolicy:
            rules:
              - action: Count #! the rule needs 'onExitCodes' or 'onPodConditions'
              - action: FailIndex #! action 'FailIndex' needs 'backoffLimitPerIndex'
                onPodConditions: [{type: DisruptionTarget}]
              - action: FailJob
                onPodConditions: [{type: DisruptionTarget}]
                onExitCodes: {operator: In, values: [1]} #! the rule has both 'onPodConditions' and 'onExitCodes': keep one
              - action: FailJob
                onExitCodes:
                  containerName: ap #! no container is named 'ap'; did you mean 'app'?
                  operator: In
                  values: [0, 2, 1] #! exit codes are needed in ascending order #! exit code 0 is success, and no failure to look for
              - action: FailJob
                onExitCodes: {operator: NotIn, values: [0, 2, 2]} #! exit code 2 is there twice
          template:
            spec:
              restartPolicy: OnFailure #! with 'podFailurePolicy', 'restartPolicy' is 'Never'
              containers: [{name: app}]
        """);
  }

  @Test
  void flagsJobsOfCronJobs() {
    rule.check(
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: x}
        spec:
          schedule: "@daily"
          jobTemplate:
            spec: #! an indexed job needs 'completions'
              completionMode: Indexed
              selector: {} #! the API server makes the selector of a job: remove this one
              template: {spec: {restartPolicy: Never}}
        """);
  }

  @Test
  void takesAnIndexedJobWithNothingElse() {
    rule.check(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: x}
        spec:
          completionMode: Indexed
          selector: {}
          template: {spec: {restartPolicy: Never}}
        """);
  }

  @Test
  void leavesASelectorThatIsMeantAlone() {
    rule.check(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: x}
        spec:
          manualSelector: true
          selector: {matchLabels: {app: web}}
          template: {metadata: {labels: {app: web}}, spec: {restartPolicy: Never}}
        """);
  }

  @Test
  void leavesAFieldAloneWhereAServerMayDropIt() {
    RuleTester old = rule.on(ClusterProfile.of(new KubernetesVersion(1, 30)));
    assertThat(
            old.findings(
                """
                apiVersion: batch/v1
                kind: Job
                metadata: {name: x}
                spec:
                  backoffLimitPerIndex: 1
                  podFailurePolicy: {rules: [{action: Count}]}
                  template: {spec: {restartPolicy: OnFailure}}
                """))
        .isEmpty();
  }
}
