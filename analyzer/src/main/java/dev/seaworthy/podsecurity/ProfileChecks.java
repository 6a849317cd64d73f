package dev.seaworthy.podsecurity;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Field;
import dev.seaworthy.podsecurity.Forbidden.Verdict;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The checks on AppArmor and seccomp, as fields and as annotations. */
final class ProfileChecks {

  private static final Set<String> TYPES = Set.of("RuntimeDefault", "Localhost");
  private static final String APPARMOR = "container.apparmor.security.beta.kubernetes.io/";
  private static final String SECCOMP_POD = "seccomp.security.alpha.kubernetes.io/pod";
  private static final String SECCOMP = "container.seccomp.security.alpha.kubernetes.io/";
  private static final String LOCALHOST = "localhost/";
  private static final String SECCOMP_REASON = "seccompProfile";
  private static final String SECCOMP_PROFILE = "seccompProfile";

  private ProfileChecks() {}

  /** Fields count at every version; annotations whether their container exists or not. */
  static Optional<Verdict> appArmor(Pod pod) {
    Forbidden forbidden = new Forbidden();
    for (Pod.Set set : pod.inContexts("appArmorProfile")) {
      addUnlessConfining(set, forbidden);
    }
    for (Field annotation : pod.annotations()) {
      String name = annotation.path().name();
      String value = annotation.text();
      boolean allowed =
          value.isEmpty() || value.equals("runtime/default") || value.startsWith(LOCALHOST);
      if (name.startsWith(APPARMOR) && !allowed) {
        forbidden.add("annotation '" + name + "'", annotation, value);
      }
    }
    String plural = forbidden.valueCount() > 1 ? "s" : "";
    return forbidden.verdict(
        "forbidden AppArmor profile" + plural, "must not set the AppArmor profile to");
  }

  /** Before there were fields. */
  static Optional<Verdict> seccompAnnotations(Pod pod) {
    Forbidden forbidden = new Forbidden();
    Set<String> keys = new HashSet<>();
    keys.add(SECCOMP_POD);
    for (Container container : pod.containers()) {
      keys.add(SECCOMP + container.name());
    }
    for (Field annotation : pod.annotations()) {
      String value = annotation.text();
      boolean allowed =
          value.equals("runtime/default")
              || value.equals("docker/default")
              || value.startsWith(LOCALHOST);
      if (keys.contains(annotation.path().name()) && annotation.isPresent() && !allowed) {
        forbidden.add("annotation '" + annotation.path().name() + "'", annotation, value);
      }
    }
    return forbidden.verdict(SECCOMP_REASON, "must not set the seccomp profile to");
  }

  static Optional<Verdict> seccompNotForbidden(Pod pod) {
    Forbidden forbidden = new Forbidden();
    for (Pod.Set set : pod.inContexts(SECCOMP_PROFILE)) {
      addUnlessConfining(set, forbidden);
    }
    return forbidden.verdict(SECCOMP_REASON, "must not set securityContext.seccompProfile.type to");
  }

  /** Each container must end up with a profile, its own or the pod's. */
  static Optional<Verdict> seccompDemanded(Pod pod) {
    Forbidden forbidden = new Forbidden();
    Field ofPod = pod.context().get(SECCOMP_PROFILE);
    for (Pod.Set set : pod.inContexts(SECCOMP_PROFILE)) {
      boolean unset = !set.field().isPresent();
      if (!unset) {
        addUnlessConfining(set, forbidden);
      } else if (!set.setter().equals(Pod.NAME) && !ofPod.isPresent()) {
        forbidden.add(set.setter(), set.field());
      }
    }
    return forbidden.verdict(
        SECCOMP_REASON,
        "must set securityContext.seccompProfile.type to 'RuntimeDefault' or 'Localhost'"
            + (forbidden.valueCount() > 0 ? ", not" : ""));
  }

  /** A profile that is set must have a type that confines. */
  private static void addUnlessConfining(Pod.Set set, Forbidden forbidden) {
    String type = set.field().get("type").text();
    if (set.field().isPresent() && !TYPES.contains(type)) {
      forbidden.add(set.setter(), set.field().get("type"), type);
    }
  }
}
