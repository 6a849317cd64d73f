package dev.seaworthy.podsecurity;

import static dev.seaworthy.podsecurity.Check.since;

import dev.seaworthy.model.Field;
import java.util.Optional;

/** The check {@code sysctls}: an allow-list that grows. */
final class SysctlCheck {

  private static final AllowedNames SAFE = AllowedNames.of("safe_sysctls");

  static final Check CHECK =
      Check.of(
          "sysctls",
          SAFE.versions()
              .mapToObj(minor -> since(minor, pod -> judge(pod, minor)))
              .toArray(Check.Variant[]::new));

  private SysctlCheck() {}

  private static Optional<Forbidden.Verdict> judge(Pod pod, int minor) {
    Forbidden forbidden = new Forbidden();
    for (Field sysctl : pod.context().get("sysctls").items()) {
      Field name = sysctl.get("name");
      if (!SAFE.contains(name.text(), minor)) {
        forbidden.add(Pod.NAME, name, name.text());
      }
    }
    return forbidden.verdict("forbidden sysctls", "must not set");
  }
}
