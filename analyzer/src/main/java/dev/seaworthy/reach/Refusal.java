package dev.seaworthy.reach;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.model.Workload;
import dev.seaworthy.podsecurity.NamespacePolicy;
import dev.seaworthy.podsecurity.NamespacePolicy.Demand;
import java.util.List;
import java.util.Optional;

/** Whether the API server refuses a pod by what its namespace enforces of Pod Security. */
final class Refusal {

  private Refusal() {}

  /**
   * The label that does. Where several namespaces may be meant, all of them have to.
   *
   * @param scanned holds the namespaces
   */
  static Optional<Field> of(Workload workload, ScannedObjects scanned) {
    KubernetesObject object = workload.object();
    if (object.namespace().isEmpty()) {
      return Optional.empty();
    }
    List<Demand> demands =
        NamespacePolicy.named(object.namespace().get(), object, scanned).stream()
            .map(policy -> policy.demand(NamespacePolicy.Mode.ENFORCE))
            .toList();
    boolean refused =
        !demands.isEmpty()
            && demands.stream().noneMatch(demand -> demand.violations(workload).isEmpty());
    return refused ? Optional.of(demands.get(0).label()) : Optional.empty();
  }
}
