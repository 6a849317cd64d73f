package dev.seaworthy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.rule.ContextRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.source.Source;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextRuleTest {

  private static final Source USER =
      Source.of("apps/user.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {namespace: prod}}");

  @Test
  void looksUpObjectsOfOtherFiles() {
    List<Finding> findings =
        findings(
            USER,
            Source.of(
                "z/namespace.yaml",
                """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: prod
                """));

    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding).hasToString("apps/user.yaml:1:1: medium[homes]: lives in 'prod'");
              assertThat(finding.related())
                  .singleElement()
                  .satisfies(
                      place -> assertThat(place.location()).hasToString("z/namespace.yaml:4:9"));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"prod\"}}",
        "apiVersion: v1\nkind: !!str Namespace\nmetadata: {name: prod}",
        "apiVersion: v1\nkind: NamespaceList\nitems: [{metadata: {name: prod}}]",
        "apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: Namespace,"
            + " metadata: {name: prod}}]",
        "broken: [\n---\napiVersion: v1\nkind: 'Namespace'\nmetadata: {name: prod}\n---\n}"
      })
  void findsThemHoweverTheyAreWritten(String text) {
    assertThat(findings(USER, Source.of("other.yaml", text))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiVersion: example.com/v1\nkind: Namespace\nmetadata: {name: prod}",
        "apiVersion: v1\nkind: Namespaces\nmetadata: {name: prod}",
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: prod, labels: {for: Namespace}}",
        "apiVersion: v1\nkind: Namespace\nmetadata: {name: other}",
      })
  void leavesOutWhatIsSomethingElse(String text) {
    assertThat(findings(USER, Source.of("other.yaml", text))).isEmpty();
  }

  @Test
  void readsAStreamOnce() {
    byte[] text =
        """
        {apiVersion: v1, kind: ConfigMap, metadata: {namespace: prod}}
        ---
        {apiVersion: v1, kind: Namespace, metadata: {name: prod}}
        """
            .getBytes(StandardCharsets.UTF_8);

    assertThat(findings(Source.of("<stdin>", new ByteArrayInputStream(text)))).hasSize(1);
  }

  @Test
  void takesTheNearestOfTheSameName() {
    List<Finding> findings =
        findings(
            Source.of("clusters/a/namespace.yaml", namespace()),
            Source.of("clusters/a/apps/user.yaml", user()),
            Source.of("clusters/b/namespace.yaml", namespace()),
            Source.of("clusters/b/both.yaml", namespace() + "---\n" + user()));

    assertThat(findings)
        .extracting(finding -> finding.related().get(0).location().file())
        .containsExactly("clusters/a/namespace.yaml", "clusters/b/both.yaml");
  }

  @Test
  void aPatchIsNoDefinition() {
    assertThat(
            findings(
                USER,
                Source.of("overlay/patch.yaml", namespace()),
                Source.of("overlay/kustomization.yaml", "patches: [{path: patch.yaml}]")))
        .isEmpty();
  }

  @Test
  void findsTheSameOnAnyNumberOfThreads() {
    Source[] sources = {
      Source.of("a/user.yaml", user()), Source.of("b/namespace.yaml", namespace()),
      Source.of("b/user.yaml", user()), Source.of("c/namespace.yaml", namespace())
    };

    assertThat(analyzer().parallelism(4).build().analyze(sources).findings())
        .isEqualTo(analyzer().parallelism(1).build().analyze(sources).findings())
        .hasSize(2);
  }

  private static String user() {
    return "{apiVersion: v1, kind: ConfigMap, metadata: {namespace: prod}}\n";
  }

  private static String namespace() {
    return "{apiVersion: v1, kind: Namespace, metadata: {name: prod}}\n";
  }

  private static Analyzer.Builder analyzer() {
    return Analyzer.builder().rules(List.of(new Homes()));
  }

  private static List<Finding> findings(Source... sources) {
    return analyzer().parallelism(1).build().analyze(sources).findings();
  }

  /** Says where each object lives. */
  private record Homes(RuleMetadata metadata) implements ContextRule {

    private static final GroupKind NAMESPACE = GroupKind.core("Namespace");

    Homes() {
      this(AdHocRule.metadata("homes").build());
    }

    @Override
    public Set<GroupKind> kinds() {
      return Set.of(NAMESPACE);
    }

    @Override
    public void check(KubernetesObject object, ScannedObjects scanned, Violations violations) {
      String name = object.namespace().orElse("");
      List<KubernetesObject> homes = scanned.named(NAMESPACE, name, object);
      if (!homes.isEmpty()) {
        violations.report(
            Violation.at(object.root(), "lives in '" + name + "'")
                .with(homes.get(0).root().get("metadata", "name"), "this is it"));
      }
    }
  }
}
