package dev.seaworthy.model;

import java.util.List;

/**
 * All objects of one analysis, for what no single object shows.
 *
 * @param objects in the order of their files
 * @param cluster what is assumed of the cluster
 */
public record Project(List<KubernetesObject> objects, ClusterProfile cluster) {

  public Project {
    objects = List.copyOf(objects);
  }

  /** The pods of all objects. */
  public List<Workload> workloads() {
    return objects.stream().flatMap(object -> object.workloads().stream()).toList();
  }
}
