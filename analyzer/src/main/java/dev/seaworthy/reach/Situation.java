package dev.seaworthy.reach;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.Container;
import dev.seaworthy.model.ContainerSecurity;
import dev.seaworthy.model.PodSecurity;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.model.Workload;

/**
 * What edges look at.
 *
 * @param container where the code runs
 * @param scanned the other objects
 */
public record Situation(Container container, ScannedObjects scanned) {

  public Workload workload() {
    return container.workload();
  }

  /** What applies to the container. */
  public ContainerSecurity security() {
    return container.security();
  }

  /** What applies to the pod as a whole. */
  public PodSecurity pod() {
    return workload().security();
  }

  public ClusterProfile cluster() {
    return workload().cluster();
  }
}
