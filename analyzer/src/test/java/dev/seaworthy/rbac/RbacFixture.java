package dev.seaworthy.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ObjectReader;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlDocument;
import dev.seaworthy.yaml.YamlLimits;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scanned objects from text. */
final class RbacFixture {

  private final List<KubernetesObject> objects = new ArrayList<>();

  /** The graph of one file. */
  static RbacGraph graph(String yaml) {
    return new RbacFixture().file("rbac.yaml", yaml).graph();
  }

  static List<KubernetesObject> objects(String file, String yaml) {
    YamlStream stream = YamlReader.read(new SourceText(file, yaml), YamlLimits.DEFAULT);
    assertThat(stream.problems()).isEmpty();
    List<KubernetesObject> objects = new ArrayList<>();
    for (YamlDocument document : stream.documents()) {
      objects.addAll(new ObjectReader(ClusterProfile.DEFAULT).read(document).objects());
    }
    return objects;
  }

  RbacFixture file(String name, String yaml) {
    objects.addAll(objects(name, yaml));
    return this;
  }

  ScannedObjects scanned() {
    return ScannedObjects.of(objects);
  }

  RbacGraph graph() {
    return RbacGraph.of(scanned());
  }

  /** The object of a kind and a name. */
  KubernetesObject object(String kind, String name) {
    return objects.stream()
        .filter(object -> object.kind().equals(kind) && object.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** A document with a ClusterRole or Role that has one rule. */
  static String role(String kind, String metadata, String rule) {
    return document(kind, metadata, "rules: [{" + rule + "}]");
  }

  /** A document with a binding of a role, written {@code Kind/name}. */
  static String binding(String kind, String metadata, String role, String subject) {
    String[] reference = role.split("/");
    return document(
        kind,
        metadata,
        "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: %s, name: '%s'}\nsubjects: [{%s}]"
            .formatted(reference[0], reference[1], subject));
  }

  /** A document with an object of the RBAC API. */
  static String document(String kind, String metadata, String body) {
    return "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: %s\nmetadata: {%s}\n%s\n"
        .formatted(kind, metadata, body);
  }

  /** What rules are about, in their order: {@code secrets}, {@code secrets@prod} in a namespace. */
  static List<String> resources(List<Grant> grants) {
    return grants.stream()
        .map(grant -> String.join(",", grant.rule().resources()) + scope(grant.namespace()))
        .toList();
  }

  private static String scope(Optional<String> namespace) {
    return namespace.map(name -> "@" + name).orElse("");
  }
}
