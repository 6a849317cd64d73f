package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class ImageTagLatestOrMissingTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("image-tag-latest-or-missing"));

  @Test
  void flagsImagesOfAllContainersAndVolumes() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: setup
              image: busybox #! image 'busybox' of init container 'setup' has no tag
          containers:
            - name: app
              image: nginx:latest #! image 'nginx:latest' of container 'app' has the tag 'latest'
            - {name: good, image: nginx:1.27.1}
            - {name: main, image: nginx:main}
          ephemeralContainers:
            - name: debug
              image: busybox #! image 'busybox' of ephemeral container 'debug' has no tag
          volumes:
            - name: model
              image:
                reference: registry.example/model #! image 'registry.example/model' of volume 'model'
            - name: pinned
              image: {reference: registry.example/model:7}
        """);
  }

  @Test
  void theRegistrysPortIsNoTag() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: port
              image: registry.example:5000/shop/web #! has no tag
            - {name: both, image: "registry.example:5000/shop/web:2.3"}
            - name: local
              image: localhost:5000/web:latest #! has the tag 'latest'
            - name: address
              image: "[2001:db8::1]:5000/web" #! has no tag
        """);
  }

  @Test
  void aDigestDecidesWhateverTheTag() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: digest
              image: nginx@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
            - name: both
              image: nginx:latest@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
        """);
  }

  @Test
  void onlyTheTagLatestItselfIsMeant() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - {name: a, image: "nginx:latest-alpine"}
            - {name: b, image: "latest:1.0"}
            - {name: c, image: "registry.example/latest/web:1"}
        """);
  }

  @Test
  void isSilentWithoutAnImageReference() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - {name: absent}
            - {name: "null", image: null}
            - {name: empty, image: ""}
            - {name: number, image: 5}
            - {name: object, image: {repository: nginx}}
            - {name: variable, image: "${IMAGE}"}
            - {name: tag, image: "nginx:${TAG}"}
            - {name: todo, image: "<your image>"}
            - {name: ko, image: "ko://example.com/cmd/web"}
        """);
  }

  @Test
  void windowsPullsImagesTheSameWay() {
    rule.check(
        """
        apiVersion: batch/v1
        kind: CronJob
        spec:
          jobTemplate:
            spec:
              template:
                spec:
                  os: {name: windows}
                  containers:
                    - name: app
                      image: mcr.microsoft.com/windows/nanoserver #! has no tag
        """);
  }
}
