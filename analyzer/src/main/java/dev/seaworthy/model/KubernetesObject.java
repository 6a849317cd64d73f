package dev.seaworthy.model;

import dev.seaworthy.yaml.YamlDocument;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A Kubernetes object as a view over its node: anything with an {@code apiVersion} and a {@code
 * kind}. The items of a list are objects of their own.
 */
public final class KubernetesObject {

  /** See <a href="https://helm.sh/docs/topics/charts_hooks/">chart hooks</a>. */
  private static final String HELM_HOOK = "helm.sh/hook";

  private final YamlDocument document;
  private final YamlMapping node;
  private final ClusterProfile cluster;
  private final boolean patch;
  private final Field root;
  private final ObjectReference reference;
  private final List<Workload> workloads;
  private final Map<FieldPath, Workload> workloadsByPath = new HashMap<>();
  private final Derived<KubernetesObject> derived = new Derived<>();

  KubernetesObject(
      YamlDocument document,
      YamlMapping node,
      ClusterProfile cluster,
      boolean patch,
      String apiVersion,
      String kind) {
    this.document = document;
    this.node = node;
    this.cluster = cluster;
    this.patch = patch;
    this.root = new Field(this, FieldPath.ROOT, node);
    this.reference = reference(apiVersion, kind);
    this.workloads = PodTemplates.find(this).stream().map(Workload::new).toList();
    workloads.forEach(workload -> workloadsByPath.put(workload.spec().path(), workload));
  }

  /** The document that holds the object. */
  public YamlDocument document() {
    return document;
  }

  /** The object's own node: the document's root, or an item of a list. */
  public YamlMapping node() {
    return node;
  }

  /** What is assumed of the cluster. */
  public ClusterProfile cluster() {
    return cluster;
  }

  /** Whether this is no whole object but is merged into another, which Kustomize calls a patch. */
  public boolean isPatch() {
    return patch;
  }

  /** The object as a field, the start of all paths. */
  public Field root() {
    return root;
  }

  /** Kind, name and namespace. */
  public ObjectReference reference() {
    return reference;
  }

  public String kind() {
    return reference.kind();
  }

  public String name() {
    return reference.name();
  }

  public Optional<String> namespace() {
    return reference.namespace();
  }

  /** An annotation of the object itself, there or not. */
  public Field annotation(String key) {
    return root.get("metadata", "annotations", key);
  }

  /** A label of the object itself, there or not. */
  public Field label(String key) {
    return root.get("metadata", "labels", key);
  }

  /** The pods that the object describes: none, one, or several for some custom resources. */
  public List<Workload> workloads() {
    return workloads;
  }

  /** The pod whose spec has a path. */
  public Optional<Workload> workload(FieldPath spec) {
    return Optional.ofNullable(workloadsByPath.get(spec));
  }

  /**
   * What is computed from this object, shared by all that ask and kept as long as the object;
   * threads that are the first to ask may each compute it. The work is nobody's in particular, so
   * it counts against no {@link ReadBudget}.
   *
   * @param type what it is known by
   * @param make computes it; a pure function
   */
  public <T> T derived(Class<T> type, Function<KubernetesObject, T> make) {
    return derived.get(type, this, make);
  }

  /**
   * This object with some fields changed, as if it had been written so. Mappings on the way to a
   * field that are not there are made; an item that no list has is left out. What the changes do
   * not touch keeps its place in the document; what they add has none of its own.
   *
   * @param values the new values by the path of the field in this object, however many: an empty
   *     one removes the field or the item of a list
   */
  public KubernetesObject with(Map<FieldPath, Optional<YamlNode>> values) {
    YamlMapping changed = NodeEdits.of(values).apply(node);
    return new KubernetesObject(
        document, changed, cluster, patch, reference.apiVersion(), reference.kind());
  }

  /** Returns {@code Kind namespace/name}. */
  @Override
  public String toString() {
    return reference.toString();
  }

  private ObjectReference reference(String apiVersion, String kind) {
    Field metadata = root.get("metadata");
    String name = metadata.get("name").text();
    String generated = metadata.get("generateName").text();
    Optional<String> namespace =
        Optional.of(metadata.get("namespace").text()).filter(text -> !text.isEmpty());
    String shown = name.isEmpty() && !generated.isEmpty() ? generated + "*" : name;
    Optional<String> hook =
        Optional.of(metadata.get("annotations", HELM_HOOK).text()).filter(text -> !text.isEmpty());
    return new ObjectReference(apiVersion, kind, namespace, shown, hook);
  }
}
