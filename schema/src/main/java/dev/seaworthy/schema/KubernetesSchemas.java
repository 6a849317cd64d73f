package dev.seaworthy.schema;

import dev.seaworthy.model.KubernetesVersion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of the objects that one minor version of Kubernetes serves, as its API server decodes
 * them when it validates fields strictly.
 *
 * <p>They are made in the build from the models of the official Java client. Threads may share an
 * instance.
 */
public final class KubernetesSchemas implements SchemaSource {

  /** What every list may be, whatever is in it. */
  private static final String LIST =
      "\"properties\":{\"apiVersion\":{\"const\":\"v1\"},\"kind\":{\"const\":\"List\"},"
          + "\"metadata\":{\"type\":[\"object\",\"null\"],\"$ref\":\"#/$defs/V1ListMeta\"},"
          + "\"items\":{\"type\":[\"array\",\"null\"],\"items\":{\"type\":\"object\"}}},"
          + "\"additionalProperties\":false,";

  private static final String REFERENCE = "#/$defs/";

  private final KubernetesVersion version;
  private final SchemaStore store;
  private final List<ApiKind> kinds;
  private final Map<String, SchemaStore.Root> roots = new HashMap<>();
  private final Map<String, SchemaStore.Definition> definitions = new HashMap<>();

  KubernetesSchemas(SchemaStore store, int version) {
    this.version = store.versions().get(version);
    this.store = store;
    SchemaStore.Index index = store.index(version);
    List<ApiKind> objects = new ArrayList<>();
    for (SchemaStore.Root root : index.roots()) {
      if (!root.list()) {
        objects.add(root.kind());
      }
      roots.put(key(root.kind().apiVersion(), root.kind().kind()), root);
    }
    for (SchemaStore.Definition definition : index.definitions()) {
      definitions.put(definition.name(), definition);
    }
    this.kinds = List.copyOf(objects);
  }

  /** The versions with schemas, oldest first. */
  public static List<KubernetesVersion> versions() {
    return Holder.STORE.versions();
  }

  /**
   * The schemas for a version, or else for the one nearest to it, the newer of two; {@link
   * #version()} says which.
   */
  public static KubernetesSchemas of(KubernetesVersion target) {
    List<KubernetesVersion> versions = versions();
    int nearest = 0;
    for (int i = 1; i < versions.size(); i++) {
      if (distance(versions.get(i), target) <= distance(versions.get(nearest), target)) {
        nearest = i;
      }
    }
    KubernetesSchemas loaded = Holder.LOADED.get(nearest);
    if (loaded == null) {
      loaded = new KubernetesSchemas(Holder.STORE, nearest);
      Holder.LOADED.set(nearest, loaded);
    }
    return loaded;
  }

  /** The version that the schemas are of. */
  public KubernetesVersion version() {
    return version;
  }

  /**
   * What is served, in the order of apiVersion and kind; lists, such as {@code PodList}, have
   * schemas and are not among them.
   */
  public List<ApiKind> kinds() {
    return kinds;
  }

  /**
   * A JSON Schema, draft 2020-12, for the objects of a kind or for lists of them. It refers to
   * nothing outside of itself.
   *
   * <ul>
   *   <li>Null is taken wherever the API server reads it as an absent field.
   *   <li>{@code format} names Kubernetes' types where JSON has none: {@code int32}, {@code int64},
   *       {@code double}, {@code byte} (base64), {@code date-time} (RFC 3339) and {@code quantity}.
   *   <li>{@code x-kubernetes-int-or-string} and {@code x-kubernetes-group-version-kind} have their
   *       meaning in Kubernetes.
   * </ul>
   *
   * @param apiVersion such as {@code apps/v1}
   * @param kind such as {@code Deployment}
   * @return the schema as JSON; empty if the version does not serve that kind
   */
  @Override
  public Optional<String> schema(String apiVersion, String kind) {
    if (apiVersion.equals("v1") && kind.equals("List")) {
      return Optional.of(document(apiVersion, kind, LIST));
    }
    SchemaStore.Root root = roots.get(key(apiVersion, kind));
    if (root == null) {
      return Optional.empty();
    }
    String object =
        "\"$ref\":\"#/$defs/"
            + root.definition().name()
            + "\",\"properties\":{\"apiVersion\":{\"const\":\""
            + apiVersion
            + "\"},\"kind\":{\"const\":\""
            + kind
            + "\"}},";
    return Optional.of(document(apiVersion, kind, object));
  }

  private String document(String apiVersion, String kind, String root) {
    StringBuilder document = new StringBuilder(1 << 16);
    document
        .append(
            "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"type\":\"object\",")
        .append(groupVersionKind(apiVersion, kind))
        .append(root)
        .append("\"required\":[\"apiVersion\",\"kind\"],\"$defs\":{");
    String separator = "";
    for (Map.Entry<String, String> definition : reachableFrom(root).entrySet()) {
      document.append(separator).append('"').append(definition.getKey()).append("\":");
      document.append(definition.getValue());
      separator = ",";
    }
    return document.append("}}").toString();
  }

  private static String groupVersionKind(String apiVersion, String kind) {
    ApiKind parts = new ApiKind(apiVersion, kind, false);
    return "\"x-kubernetes-group-version-kind\":[{\"group\":\""
        + parts.group()
        + "\",\"version\":\""
        + parts.version()
        + "\",\"kind\":\""
        + kind
        + "\"}],";
  }

  private Map<String, String> reachableFrom(String root) {
    SchemaStore.Reader reader = store.reader();
    Map<String, String> reached = new TreeMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      String schema = open.remove();
      int at = schema.indexOf(REFERENCE);
      while (at >= 0) {
        int end = schema.indexOf('"', at);
        String name = schema.substring(at + REFERENCE.length(), end);
        if (!reached.containsKey(name)) {
          String text = reader.text(definitions.get(name));
          reached.put(name, text);
          open.add(text);
        }
        at = schema.indexOf(REFERENCE, end);
      }
    }
    return reached;
  }

  private static String key(String apiVersion, String kind) {
    return apiVersion + ' ' + kind;
  }

  private static long distance(KubernetesVersion one, KubernetesVersion other) {
    return Math.abs(1000L * (one.major() - other.major()) + one.minor() - other.minor());
  }

  /** Read when first asked for. */
  private static final class Holder {
    static final SchemaStore STORE = new SchemaStore(SchemaStore.resource());

    /** By place of the version; a version that two threads load at once is loaded twice. */
    static final AtomicReferenceArray<@Nullable KubernetesSchemas> LOADED =
        new AtomicReferenceArray<>(STORE.versions().size());
  }
}
