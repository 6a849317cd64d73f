package dev.seaworthy.rules.podsecurity;

import dev.seaworthy.model.Field;
import java.util.Optional;
import java.util.Set;

/** The check {@code seLinuxOptions}: the type must be one of a container, user and role unset. */
final class SeLinuxCheck {

  private static final Set<String> TYPES =
      Set.of("", "container_t", "container_init_t", "container_kvm_t");

  private SeLinuxCheck() {}

  /**
   * @param since the version at which this variant begins
   */
  static Optional<Forbidden.Verdict> judge(Pod pod, int since) {
    Forbidden forbidden = new Forbidden();
    for (Pod.Set set : pod.inContexts("seLinuxOptions")) {
      Field type = set.field().get("type");
      boolean engine = since >= 31 && type.text().equals("container_engine_t");
      if (!TYPES.contains(type.text()) && !engine) {
        forbidden.add(set.setter(), type, "type " + type.text());
      }
      for (String name : new String[] {"user", "role"}) {
        if (!set.field().get(name).text().isEmpty()) {
          forbidden.add(set.setter(), set.field().get(name), name);
        }
      }
    }
    return forbidden.verdict("seLinuxOptions", "must not set in securityContext.seLinuxOptions:");
  }
}
