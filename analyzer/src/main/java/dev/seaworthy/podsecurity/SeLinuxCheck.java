package dev.seaworthy.podsecurity;

import static dev.seaworthy.podsecurity.Check.since;

import dev.seaworthy.model.Field;
import java.util.Optional;

/** The check {@code seLinuxOptions}: the type must be one of a container, user and role unset. */
final class SeLinuxCheck {

  private static final AllowedNames TYPES = AllowedNames.of("selinux_types");

  static final Check CHECK =
      Check.of(
          "seLinuxOptions",
          TYPES
              .versions()
              .mapToObj(minor -> since(minor, pod -> judge(pod, minor)))
              .toArray(Check.Variant[]::new));

  private SeLinuxCheck() {}

  private static Optional<Forbidden.Verdict> judge(Pod pod, int minor) {
    Forbidden forbidden = new Forbidden();
    for (Pod.Set set : pod.inContexts("seLinuxOptions")) {
      Field type = set.field().get("type");
      if (!type.text().isEmpty() && !TYPES.contains(type.text(), minor)) {
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
