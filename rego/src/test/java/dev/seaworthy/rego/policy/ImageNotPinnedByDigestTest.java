package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class ImageNotPinnedByDigestTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("image-not-pinned-by-digest"));

  @Test
  void flagsTagsOfAnyKind() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: setup
              image: busybox #! image 'busybox' of init container 'setup' has no digest
          containers:
            - name: app
              image: registry.example:5000/web:1.4.2 #! container 'app' has no digest
          ephemeralContainers:
            - name: debug
              image: busybox:1.37 #! ephemeral container 'debug' has no digest
          volumes:
            - {name: model, image: {reference: "model:7"}} #! volume 'model' has no digest
        """);
  }

  @Test
  void knowsDigestsOfAnyAlgorithm() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: plain
              image: nginx@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
            - name: both
              image: registry.example:5000/web:1.4@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
            - name: other
              image: nginx@sha512+b64u:0123456789abcdef0123456789abcdef
        """);
  }

  @Test
  void isSilentWhereTheTextIsNoReference() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - {name: absent}
            - {name: variable, image: "web:${TAG}"}
            - {name: half, image: "web@sha256:..."}
        """);
  }
}
