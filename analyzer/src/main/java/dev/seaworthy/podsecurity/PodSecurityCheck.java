package dev.seaworthy.podsecurity;

import dev.seaworthy.model.Workload;
import java.util.Optional;

/** One check of the standards, as it is at one version. */
public interface PodSecurityCheck {

  /** The name in the API server, such as {@code runAsNonRoot}. */
  String id();

  /** The level that it belongs to. */
  PodSecurityLevel level();

  /** What a pod or pod template violates, if it does. */
  Optional<PodSecurityViolation> judge(Workload pod);
}
