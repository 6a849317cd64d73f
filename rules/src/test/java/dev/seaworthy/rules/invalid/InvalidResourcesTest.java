package dev.seaworthy.rules.invalid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
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
  @CsvSource({"1GB, true", "one, true", "-1, false", "-500m, false", "+1, true", "' 1', true"})
  void leavesTextThatIsNoAmountToTheSchema(String amount, boolean fits) {
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

  @Test
  void flagsResourcesThatThereAreNoneOf() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          overhead: {cpus: 1} #! 'cpus' is no resource of a container; did you mean 'cpu'?
          containers:
            - name: app
              resources:
                limits:
                  Memory: 1Gi #! 'Memory' is no resource of a container; did you mean 'memory'?
                  storage: 1Gi #! 'storage' is no resource of a container
                  example.com/a b: 1 #! 'example.com/a b' is no name of a resource
                  requests.example.com/gpu: 1 #! 'requests.example.com/gpu' is no resource of a container
                  hugepages-big: 1 #! 'hugepages-big' names no size of a page
                  kubernetes.io/batch: 500m
                  ephemeral-storage: 1Gi
                  "${RESOURCE}": 1
        """);
  }

  @Test
  void flagsPartsOfWhatComesInPieces() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              resources:
                limits:
                  example.com/gpu: 500m #! '500m' of 'example.com/gpu' for container 'app' is no whole number
                  hugepages-2Mi: 3Mi #! '3Mi' of 'hugepages-2Mi' for container 'app' is no multiple of a page
                  hugepages-1Gi: 2Gi
                  cpu: 500m
        """);
  }

  @Test
  void inATemplateNothingAddsALimit() {
    String yaml =
        """
        apiVersion: apps/v1
        kind: Deployment
        spec:
          template:
            spec:
              resources: #! the pod has huge pages and needs 'cpu' or 'memory' as well
                limits: {hugepages-2Mi: 4Mi}
              containers:
                - name: app
                  resources:
                    requests:
                      example.com/gpu: 1 #! container 'app' requests 'example.com/gpu', which needs the same limit
                      cpu: 1
                - name: pages
                  resources: #! container 'pages' has huge pages and needs 'cpu' or 'memory' as well
                    limits: {hugepages-2Mi: 2Mi}
        """;
    rule.check(yaml);
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          resources: {limits: {hugepages-2Mi: 4Mi}}
          containers:
            - name: app
              resources: {requests: {example.com/gpu: 1, hugepages-2Mi: 2Mi}}
        """);
  }

  @Test
  void flagsResourcesOfThePodAsAWhole() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          resources:
            requests:
              cpu: 2 #! the pod requests '2' of 'cpu', over its limit of '1'
            limits:
              cpu: 1
              memory: 1Gi
              ephemeral-storage: 1Gi #! 'ephemeral-storage' is no resource of a pod
          containers:
            - name: app
              resources:
                limits:
                  memory: 2Gi #! container 'app' may have '2Gi' of 'memory', over the limit of the pod of '1Gi'
        """;
    rule.check(yaml);
    rule.on(ClusterProfile.of(new KubernetesVersion(1, 33))).check(yaml.replaceAll("#!.*", ""));
  }

  @Test
  void flagsClaimsThatThePodDoesNotHave() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          resourceClaims:
            - {name: gpu, resourceClaimName: a}
            - {name: gpu, resourceClaimTemplateName: a} #! two claims have the name 'gpu'
            - name: both
              resourceClaimName: a
              resourceClaimTemplateName: b #! claim 'both' has both 'resourceClaimName' and
            - name: none #! claim 'none' needs 'resourceClaimName' or 'resourceClaimTemplateName'
          containers:
            - name: app
              resources:
                claims:
                  - name: gpus #! container 'app' uses claim 'gpus', which the pod does not have; did you mean 'gpu'?
                  - name: gpu
                  - name: gpu #! container 'app' uses claim 'gpu' twice
                  - {name: both, request: a}
                  - {name: both, request: b}
        """;
    rule.check(yaml);
    rule.on(ClusterProfile.of(new KubernetesVersion(1, 33))).check(yaml.replaceAll("#!.*", ""));
  }
}
