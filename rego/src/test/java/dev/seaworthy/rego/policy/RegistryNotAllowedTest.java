package dev.seaworthy.rego.policy;

import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.ParameterizedRule;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.testing.RuleTester;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryNotAllowedTest {

  private static RuleTester allowing(String... registries) {
    Rule rule = BundledRule.named("registry-not-allowed");
    ParameterValue value = new ParameterValue.Texts(List.of(registries));
    return RuleTester.of(((ParameterizedRule) rule).withParameters(Map.of("registries", value)));
  }

  @Test
  void isSilentUntilRegistriesAreNamed() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers: [{name: app, image: elsewhere.example/web:1}]
        """;
    RuleTester.of(BundledRule.named("registry-not-allowed")).check(pod);
    allowing().check(pod);
  }

  @Test
  void flagsImagesOfAllContainersAndVolumes() {
    allowing("registry.example.com")
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              initContainers:
                - name: setup
                  #! image 'quay.io/a/setup:1' of init container 'setup' comes from 'quay.io/a/setup', which is not allowed
                  image: quay.io/a/setup:1
              containers:
                - {name: app, image: "registry.example.com/shop/web:1"}
              ephemeralContainers:
                - {name: debug, image: busybox} #! comes from 'docker.io/library/busybox'
              volumes:
                - {name: model, image: {reference: "quay.io/a/model:7"}} #! of volume 'model'
            """);
  }

  @Test
  void comparesWholeSegments() {
    allowing("registry.example.com/shop", "localhost:5000/")
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers:
                - {name: a, image: registry.example.com/shop/web}
                - {name: b, image: registry.example.com/shop}
                - {name: c, image: registry.example.com/shopping/web} #! 'registry.example.com/shopping/web'
                - {name: d, image: registry.example.com/other/shop/web} #! not allowed
                - {name: e, image: registry.example.com.evil.example/shop/web} #! not allowed
                - {name: f, image: "registry.example.com:5000/shop/web"} #! 'registry.example.com:5000/shop/web'
                - {name: g, image: "localhost:5000/web"}
                - {name: h, image: localhost/web} #! 'localhost/web'
            """);
  }

  @Test
  void comparesCompleteNames() {
    allowing("docker.io/library")
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers:
                - {name: a, image: nginx}
                - {name: b, image: "library/nginx:1.27"}
                - {name: c, image: docker.io/nginx}
                - {name: d, image: index.docker.io/library/nginx}
                - {name: e, image: grafana/loki} #! 'docker.io/grafana/loki'
                - {name: f, image: library.example/nginx} #! 'library.example/nginx'
                - {name: g, image: "nginx@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}
            """);
  }

  @Test
  void isSilentWhereTheTextIsNoReference() {
    allowing("registry.example.com")
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers:
                - {name: absent}
                - {name: variable, image: "${REGISTRY}/web:1"}
            """);
  }
}
