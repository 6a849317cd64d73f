package dev.seaworthy.schema.crd;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A kind that a {@code CustomResourceDefinition} makes known.
 *
 * @param definition the definition
 * @param kind the kind
 * @param versions its versions, in the order of the text
 */
public record CustomResource(
    KubernetesObject definition, GroupKind kind, List<CustomVersion> versions) {

  /** The kind of definitions. */
  public static final GroupKind DEFINITION =
      new GroupKind("apiextensions.k8s.io", "CustomResourceDefinition");

  public CustomResource {
    versions = List.copyOf(versions);
  }

  /** Reads a definition, of {@code v1} or {@code v1beta1}. */
  public static CustomResource of(KubernetesObject definition) {
    Field spec = definition.root().get("spec");
    GroupKind kind = new GroupKind(spec.get("group").text(), spec.get("names", "kind").text());
    boolean isBeta = definition.reference().apiVersion().endsWith("/v1beta1");
    Field preserve = spec.get("preserveUnknownFields");
    boolean prunes = isBeta ? preserve.isFalse() : !preserve.isTrue();
    boolean commonStatus = spec.get("subresources", "status").isPresent();
    Field common = spec.get("validation", "openAPIV3Schema");
    List<CustomVersion> versions = new ArrayList<>();
    for (Field version : spec.get("versions").items()) {
      Field own = version.get("schema", "openAPIV3Schema");
      Field schema = own.isPresent() || !common.isPresent() ? own : common;
      boolean hasStatus = commonStatus || version.get("subresources", "status").isPresent();
      versions.add(
          new CustomVersion(
              version.get("name").text(),
              !version.get("served").isFalse(),
              schema,
              prunes,
              hasStatus));
    }
    if (versions.isEmpty() && spec.get("version").isPresent()) {
      versions.add(
          new CustomVersion(spec.get("version").text(), true, common, prunes, commonStatus));
    }
    return new CustomResource(definition, kind, versions);
  }

  /** The version with a name. */
  public Optional<CustomVersion> version(String name) {
    return versions.stream().filter(version -> version.name().equals(name)).findFirst();
  }
}
