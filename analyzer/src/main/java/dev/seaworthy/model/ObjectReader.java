package dev.seaworthy.model;

import dev.seaworthy.yaml.YamlDocument;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the Kubernetes objects of a document. */
public final class ObjectReader {

  /** Misspellings of the two keys that make a mapping an object: their letter case is fixed. */
  private static final List<String> KEYS = List.of("apiVersion", "kind");

  private static final Pattern KIND = Pattern.compile("[A-Z][A-Za-z0-9]*");
  private static final Pattern API_VERSION =
      Pattern.compile("(?:[a-z0-9.-]+/)?v\\d+(?:(?:alpha|beta)\\d+)?");

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
   * @param incomplete what is plainly meant to be an object and lacks what makes it one
   */
  public record Contents(
      List<KubernetesObject> objects, String reason, List<Incomplete> incomplete) {}

  /**
   * A mapping with metadata that says one half of what it is.
   *
   * @param node the mapping
   * @param missing the key that it lacks, {@code apiVersion} or {@code kind}
   * @param found a key that may be meant to be it
   */
  public record Incomplete(YamlMapping node, String missing, Optional<String> found) {}

  /** Reads a document. */
  public Contents read(YamlDocument document) {
    if (!(document.root().resolved() instanceof YamlMapping mapping)) {
      return nothing("no Kubernetes object: the document is no mapping");
    }
    String apiVersion = text(mapping, "apiVersion");
    String kind = text(mapping, "kind");
    if (apiVersion.isEmpty() || kind.isEmpty()) {
      List<Incomplete> incomplete = incomplete(mapping, apiVersion, kind).stream().toList();
      return new Contents(List.of(), missing(mapping, apiVersion, kind), incomplete);
    }
    List<KubernetesObject> objects = new ArrayList<>();
    List<Incomplete> incomplete = new ArrayList<>(0);
    collect(document, mapping, apiVersion, kind, objects, incomplete);
    boolean lost = objects.isEmpty() && hasItems(mapping);
    String reason = lost ? "no Kubernetes object: no item of the list has a kind" : "";
    return new Contents(List.copyOf(objects), reason, List.copyOf(incomplete));
  }

  private static Contents nothing(String reason) {
    return new Contents(List.of(), reason, List.of());
  }

  /** What is merged into an object need not say what that is. */
  private Optional<Incomplete> incomplete(YamlMapping mapping, String apiVersion, String kind) {
    boolean half = kind.isEmpty() ? API_VERSION.matcher(apiVersion).matches() : isKind(kind);
    boolean hasMetadata =
        mapping.get("metadata").filter(node -> node.resolved() instanceof YamlMapping).isPresent();
    String missing = kind.isEmpty() ? "kind" : "apiVersion";
    return half && hasMetadata && !patches
        ? Optional.of(new Incomplete(mapping, missing, misspelt(mapping, missing)))
        : Optional.empty();
  }

  private static boolean isKind(String kind) {
    return KIND.matcher(kind).matches();
  }

  private void collect(
      YamlDocument document,
      YamlMapping mapping,
      String apiVersion,
      String kind,
      List<KubernetesObject> objects,
      List<Incomplete> incomplete) {
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
        if (ownKind.isEmpty()) {
          incomplete(object, version, ownKind).ifPresent(incomplete::add);
        } else {
          collect(document, object, version, ownKind, objects, incomplete);
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
    for (String key : KEYS) {
      Optional<String> found = misspelt(mapping, key);
      if (found.isPresent()) {
        return reason + " (found '" + found.get() + "', expected '" + key + "')";
      }
    }
    return reason;
  }

  private static Optional<String> misspelt(YamlMapping mapping, String key) {
    return mapping.entries().stream()
        .map(entry -> entry.name())
        .filter(name -> name.equalsIgnoreCase(key) && !name.equals(key))
        .findFirst();
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
