package dev.seaworthy.rules.invalid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidResourcesTest {

  private final RuleTester rule = RuleTester.of(new InvalidResources());

  private static String pod(String request, String limit) {
    return """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              resources: {requests: {cpu: %s}, limits: {cpu: %s}}
        """
        .formatted(request, limit);
  }

  @ParameterizedTest
  @CsvSource({
    "500m, 1, true",
    "1, 500m, false",
    "1, 1000m, true",
    "1.5, 1500m, true",
    "1.501, 1500m, false",
    "1Ki, 1024, true",
    "1025, 1Ki, false",
    "1Ki, 1k, false",
    "1Gi, 1G, false",
    "1e3, 1k, true",
    "1E3, 1k, true",
    "'\"1E\"', '\"1P\"', false",
    "1E, 1Ei, true",
    "'\"1e3\"', 999, false",
    ".5, 500m, true",
    "5., 5, true",
    "1n, 1u, true",
    "0, 0, true",
    "'\"${CPU}\"', 1, true",
    "null, 1, true",
  })
  void comparesAmounts(String request, String limit, boolean fits) {
    assertThat(rule.findings(pod(request, limit)).isEmpty()).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({
    "1GB, false",
    "1 Gi, false",
    "one, false",
    "100mi, false",
    "1Kib, false",
    "-1, false",
    "-500m, false",
    "+1, true",
    "' 1', true"
  })
  void readsAmounts(String amount, boolean fits) {
    String yaml = pod("null", "'" + amount + "'");
    assertThat(rule.findings(yaml).isEmpty()).isEqualTo(fits);
  }

  @Test
  void saysWhatIsWrong() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: setup
              resources:
                requests:
                  memory: 2Gi #! init container 'setup' requests '2Gi' of 'memory', over its limit of '1Gi'
                  cpu: 1
                limits: {memory: 1Gi}
          containers:
            - name: app
              resources:
                limits:
                  memory: 1GB #! '1GB' of 'memory' for container 'app' is no amount
                  cpu: -1 #! '-1' of 'cpu' for container 'app' is less than nothing
        """);
  }

  @Test
  void ofWhatCannotBeSharedTheRequestIsTheLimit() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              resources:
                requests:
                  example.com/gpu: 1 #! requests '1' of 'example.com/gpu', and must request its limit of '2'
                  hugepages-2Mi: 2Mi #! must request its limit of '4Mi'
                  example.com/card: 1
                  memory: 1Mi
                limits: {example.com/gpu: 2, hugepages-2Mi: 4Mi, example.com/card: 1, memory: 2Mi}
        """);
  }
}
