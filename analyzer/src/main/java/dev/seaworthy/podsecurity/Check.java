package dev.seaworthy.podsecurity;

import java.util.List;
import java.util.Optional;

/**
 * A check of the standards.
 *
 * @param id its name in the API server
 * @param variants what it does, by the version at which that begins; from old to new
 * @param replaces the checks of the level below that it makes needless where it is active
 */
record Check(String id, List<Variant> variants, List<String> replaces) {

  /** Looks at a pod. */
  @FunctionalInterface
  interface Judge {
    Optional<Forbidden.Verdict> judge(Pod pod);
  }

  /** What a check does from a minor version on. */
  record Variant(int since, Judge judge) {}

  static Check of(String id, Variant... variants) {
    return new Check(id, List.of(variants), List.of());
  }

  static Variant since(int minor, Judge judge) {
    return new Variant(minor, judge);
  }

  Check replacing(String other) {
    return new Check(id, variants, List.of(other));
  }

  /** What the check does at a version; empty if it does not exist yet. */
  Optional<Judge> at(PodSecurityVersion version) {
    Optional<Judge> found = Optional.empty();
    for (Variant variant : variants) {
      if (version.isAtLeast(variant.since())) {
        found = Optional.of(variant.judge());
      }
    }
    return found;
  }

  /** A judge that lets pods with a user namespace through. */
  static Judge unlessUserNamespace(Judge judge) {
    return pod -> pod.hasUserNamespace() ? Optional.empty() : judge.judge(pod);
  }

  /** A judge that lets Windows pods through. */
  static Judge unlessWindows(Judge judge) {
    return pod -> pod.isWindows() ? Optional.empty() : judge.judge(pod);
  }
}
