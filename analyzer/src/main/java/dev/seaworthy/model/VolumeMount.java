package dev.seaworthy.model;

/**
 * A volume as one container sees it.
 *
 * @param container the container
 * @param field the mount's own mapping
 */
public record VolumeMount(Container container, Field field) {

  /** The name of the volume. */
  public String volumeName() {
    return field.get("name").text();
  }

  /** Where the container sees it. */
  public String mountPath() {
    return field.get("mountPath").text();
  }

  /** Whether the container can write: the default. */
  public boolean isWritable() {
    return !field.get("readOnly").isTrue();
  }

  /** The part of the volume that is mounted; empty for all of it. */
  public String subPath() {
    String subPath = field.get("subPath").text();
    return subPath.isEmpty() ? field.get("subPathExpr").text() : subPath;
  }
}
