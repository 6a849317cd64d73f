package dev.seaworthy.model;

import java.util.ArrayList;
import java.util.List;

/** A container of any of the three types. */
public final class Container {

  private final Workload workload;
  private final ContainerType type;
  private final Field field;
  private final String name;
  private final ContainerSecurity security;

  Container(Workload workload, ContainerType type, Field field) {
    this.workload = workload;
    this.type = type;
    this.field = field;
    this.name = field.get("name").text();
    this.security = new ContainerSecurity(this);
  }

  public Workload workload() {
    return workload;
  }

  public ContainerType type() {
    return type;
  }

  /** The container's own mapping. */
  public Field field() {
    return field;
  }

  /** The name; empty where there is none, which some custom resources allow. */
  public String name() {
    return name;
  }

  /** Whether this is an init container that keeps running (KEP-753). */
  public boolean isSidecar() {
    return type == ContainerType.INIT && field.get("restartPolicy").text().equals("Always");
  }

  /** What really applies to this container. */
  public ContainerSecurity security() {
    return security;
  }

  /** The volume mounts, in order. */
  public List<VolumeMount> volumeMounts() {
    List<Field> items = field.get("volumeMounts").items();
    List<VolumeMount> mounts = new ArrayList<>(items.size());
    for (Field item : items) {
      mounts.add(new VolumeMount(this, item));
    }
    return mounts;
  }

  /** Returns what to call the container in a message, such as {@code init container 'setup'}. */
  @Override
  public String toString() {
    return name.isEmpty()
        ? type.label() + " " + field.path().index()
        : type.label() + " '" + name + "'";
  }
}
