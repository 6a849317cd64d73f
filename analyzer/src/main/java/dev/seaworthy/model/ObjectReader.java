package dev.seaworthy.model;

import dev.seaworthy.yaml.YamlDocument;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the Kubernetes objects of a document. */
public final class ObjectReader {

  /** Misspellings of the two keys that make a mapping an object: their letter case is fixed. */
  private static final Set<String> KEYS = Set.of("apiVersion", "kind");

  private final ClusterProfile cluster;
  private final boolean patches;

  /**
   * @param cluster what is assumed of the cluster
   */
  public ObjectReader(ClusterProfile cluster) {
    this(cluster, false);
  }

  private ObjectReader(ClusterProfile cluster, boolean patches) {
    this.cluster = cluster;
    this.patches = patches;
  }

  /** A reader of documents whose objects are merged into others, see {@link Field#isLeftOpen}. */
  public ObjectReader ofPatches() {
    return new ObjectReader(cluster, true);
  }

  /**
   * What a document holds.
   *
   * @param objects the objects, those of a list one by one
   * @param reason why there is none: lower-case, no full stop; empty if there are some, or if the
   *     document is an empty list
   */
  public record Contents(List<KubernetesObject> objects, String reason) {}

  /** Reads a document. */
  public Contents read(YamlDocument document) {
    if (!(document.root().resolved() instanceof YamlMapping mapping)) {
      return new Contents(List.of(), "no Kubernetes object: the document is no mapping");
    }
    String apiVersion = text(mapping, "apiVersion");
    String kind = text(mapping, "kind");
    if (apiVersion.isEmpty() || kind.isEmpty()) {
      return new Contents(List.of(), missing(mapping, apiVersion, kind));
    }
    List<KubernetesObject> objects = new ArrayList<>();
    collect(document, mapping, apiVersion, kind, objects);
    boolean lost = objects.isEmpty() && hasItems(mapping);
    String reason = lost ? "no Kubernetes object: no item of the list has a kind" : "";
    return new Contents(List.copyOf(objects), reason);
  }

  private void collect(
      YamlDocument document,
      YamlMapping mapping,
      String apiVersion,
      String kind,
      List<KubernetesObject> objects) {
    Optional<YamlSequence> items = listItems(mapping, kind);
    if (items.isEmpty()) {
      objects.add(new KubernetesObject(document, mapping, cluster, patches, apiVersion, kind));
      return;
    }
    String itemKind = kind.substring(0, kind.length() - "List".length());
    for (YamlNode item : items.get().items()) {
      if (item.resolved() instanceof YamlMapping object) {
        String version = orElse(text(object, "apiVersion"), apiVersion);
        // the items of a typed list may leave out their kind, those of a plain one may not
        String ownKind = orElse(text(object, "kind"), itemKind);
        if (!ownKind.isEmpty()) {
          collect(document, object, version, ownKind, objects);
        }
      }
    }
  }

  private static Optional<YamlSequence> listItems(YamlMapping mapping, String kind) {
    if (!kind.endsWith("List")) {
      return Optional.empty();
    }
    return mapping
        .get("items")
        .filter(YamlSequence.class::isInstance)
        .map(YamlSequence.class::cast);
  }

  private static boolean hasItems(YamlMapping mapping) {
    return mapping.get("items").orElse(null) instanceof YamlSequence items
        && !items.items().isEmpty();
  }

  private static String missing(YamlMapping mapping, String apiVersion, String kind) {
    String absent =
        apiVersion.isEmpty() ? kind.isEmpty() ? "apiVersion and kind" : "apiVersion" : "kind";
    String reason = "no Kubernetes object: " + absent + " missing";
    for (var entry : mapping.entries()) {
      for (String key : KEYS) {
        if (entry.name().equalsIgnoreCase(key) && !entry.name().equals(key)) {
          return reason + " (found '" + entry.name() + "', expected '" + key + "')";
        }
      }
    }
    return reason;
  }

  private static String text(YamlMapping mapping, String key) {
    return mapping
        .get(key)
        .filter(YamlScalar.class::isInstance)
        .flatMap(node -> ((YamlScalar) node).stringValue())
        .orElse("");
  }

  private static String orElse(String text, String other) {
    return text.isEmpty() ? other : text;
  }
}
