package dev.seaworthy.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A pod that an object describes: the object itself, or its template. */
public final class Workload {

  private final Field spec;
  private final Field metadata;
  private final List<Container> containers;
  private final PodSecurity security;

  /**
   * @param spec the pod spec
   */
  Workload(Field spec) {
    this.spec = spec;
    this.metadata = metadataOf(spec);
    this.security = new PodSecurity(this);
    this.containers = containers(this);
  }

  public KubernetesObject object() {
    return spec.object();
  }

  /** What is assumed of the cluster. */
  public ClusterProfile cluster() {
    return object().cluster();
  }

  /** The pod spec. */
  public Field spec() {
    return spec;
  }

  /** The metadata of the pod or of its template: labels and annotations that the pod will have. */
  public Field metadata() {
    return metadata;
  }

  /** An annotation of the pod, there or not. */
  public Field annotation(String key) {
    return metadata.get("annotations", key);
  }

  /** All containers: init containers, containers, ephemeral containers. */
  public List<Container> containers() {
    return containers;
  }

  /** The container with a name. */
  public Optional<Container> container(String name) {
    return containers.stream().filter(container -> container.name().equals(name)).findFirst();
  }

  /** The volumes, in order, each with its mounts. */
  public List<Volume> volumes() {
    List<Field> items = spec.get("volumes").items();
    if (items.isEmpty()) {
      return List.of();
    }
    Map<String, List<VolumeMount>> mounts =
        containers.stream()
            .flatMap(container -> container.volumeMounts().stream())
            .collect(Collectors.groupingBy(VolumeMount::volumeName));
    List<Volume> volumes = new ArrayList<>(items.size());
    for (Field item : items) {
      String name = item.get("name").text();
      volumes.add(new Volume(this, item, mounts.getOrDefault(name, List.of())));
    }
    return volumes;
  }

  /** What holds for the pod as a whole. */
  public PodSecurity security() {
    return security;
  }

  /** Returns what the object is called. */
  @Override
  public String toString() {
    return object().toString();
  }

  private static List<Container> containers(Workload workload) {
    List<Container> containers = new ArrayList<>();
    for (ContainerType type : ContainerType.values()) {
      for (Field item : workload.spec.get(type.field()).items()) {
        if (item.isMapping()) {
          containers.add(new Container(workload, type, item));
        }
      }
    }
    return List.copyOf(containers);
  }

  private static Field metadataOf(Field spec) {
    FieldPath template = spec.path().parent().orElse(FieldPath.ROOT);
    return spec.object().root().get(template).get("metadata");
  }
}
