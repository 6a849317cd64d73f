package dev.seaworthy.model;

import java.util.List;
import java.util.Optional;

/**
 * A volume of a pod.
 *
 * @param workload the pod
 * @param field the volume's own mapping
 * @param mounts where containers mount it, in the order of the containers
 */
public record Volume(Workload workload, Field field, List<VolumeMount> mounts) {

  public Volume {
    mounts = List.copyOf(mounts);
  }

  public String name() {
    return field.get("name").text();
  }

  /** The source, such as {@code hostPath}: a volume without one is an empty folder. */
  public String source() {
    for (Field member : field.members()) {
      if (member.isPresent() && !member.path().name().equals("name")) {
        return member.path().name();
      }
    }
    return "emptyDir";
  }

  /** The part of the node's file system that this volume is, if it is one. */
  public Optional<HostPath> hostPath() {
    Field hostPath = field.get("hostPath");
    return hostPath.isPresent() ? Optional.of(new HostPath(hostPath, "")) : Optional.empty();
  }
}
