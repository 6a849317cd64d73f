package dev.seaworthy.rules.identity;

import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.Range;
import dev.seaworthy.testing.RuleTester;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsOutsideAllowedRangeTest {

  private static final Range THOUSANDS = new Range(1000, 1999);

  @Test
  void isSilentUntilThereAreRanges() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {runAsUser: 5, runAsGroup: 5, fsGroup: 5, supplementalGroups: [5]}
          containers: [{name: app}]
        """;
    RuleTester.of(new IdsOutsideAllowedRange()).check(pod);
    allowing("users").check(pod);
  }

  @Test
  void flagsUsersOutsideOnceWhereTheyAreWritten() {
    allowing("users", THOUSANDS, new Range(5000, 5000))
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              securityContext:
                #! 'runAsUser' 2000 of the pod is not among the allowed 1000-1999, 5000 and applies to init container 'setup' and container 'a'
                runAsUser: 2000
              initContainers: [{name: setup}]
              containers:
                - name: a
                - name: b
                  securityContext: {runAsUser: 1999, runAsGroup: 7}
                - name: c
                  securityContext: {runAsUser: 5000}
                - name: d
                  securityContext: {runAsUser: 0} #! 'runAsUser' 0 of container 'd' is not among
            """);
  }

  @Test
  void flagsUsersThatTheImageDecides() {
    allowing("users", THOUSANDS)
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers:
                - name: app #! container 'app' runs as the user of its image, which need not be among the allowed 1000-1999
                - name: nonroot
                  securityContext: {runAsNonRoot: true} #! container 'nonroot' runs as
            """);
  }

  @Test
  void groupsNeedNotBeSet() {
    RuleTester rule = allowing("groups", THOUSANDS);
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {fsGroup: 5, supplementalGroups: [5]}
          containers:
            - name: image
            - name: low
              securityContext: {runAsGroup: 100} #! 'runAsGroup' 100 of container 'low' is not among
        """);
  }

  @Test
  void flagsGroupsOfThePod() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostUsers: false
          securityContext:
            fsGroup: 5
            supplementalGroups:
              - 5
              - 1500
          containers: [{name: app}]
        """;
    allowing("fsGroups", THOUSANDS)
        .check(
            pod.replace("Group: 5", "Group: 5 #! 'fsGroup' 5 is not among the allowed 1000-1999"));
    allowing("supplementalGroups", THOUSANDS)
        .check(
            pod.replace("- 5", "- 5 #! supplemental group 5 is not among the allowed 1000-1999"));
  }

  @Test
  void namesAFewRangesOnly() {
    Range[] many =
        IntStream.range(0, 100)
            .mapToObj(i -> new Range(i * 10 + 1, i * 10 + 1))
            .toArray(Range[]::new);
    allowing("users", many)
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers:
                - {name: a, securityContext: {runAsUser: 2}} #! the allowed 1, 11, 21 and 97 more
            """);
  }

  @Test
  void windowsHasNoIds() {
    allowing("users", THOUSANDS)
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              os: {name: windows}
              containers: [{name: app}]
            """);
  }

  private static RuleTester allowing(String parameter, Range... ranges) {
    ParameterValue value = new ParameterValue.Ranges(Arrays.asList(ranges));
    return RuleTester.of(new IdsOutsideAllowedRange().withParameters(Map.of(parameter, value)));
  }
}
