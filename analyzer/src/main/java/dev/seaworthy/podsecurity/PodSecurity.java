package dev.seaworthy.podsecurity;

import dev.seaworthy.model.Workload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges pods by the Pod Security Standards exactly as the newest API server does: every check,
 * every version. Only what is written counts; nothing is inherited but where a check says so.
 *
 * @see <a href="https://github.com/kubernetes/pod-security-admission">The admission plugin</a>
 */
public final class PodSecurity {

  private PodSecurity() {}

  /**
   * What a pod violates.
   *
   * @param pod a pod, or a pod template
   * @param level none for {@link PodSecurityLevel#PRIVILEGED}
   * @param version those above {@link PodSecurityVersion#NEWEST_KNOWN} are judged as that
   * @return in the order in which the API server lists them; empty if the pod is allowed
   */
  public static List<PodSecurityViolation> evaluate(
      Workload pod, PodSecurityLevel level, PodSecurityVersion version) {
    Pod view = new Pod(pod);
    return activeChecks(level, version).stream()
        .flatMap(check -> check.judge(view).stream())
        .toList();
  }

  /** The names of the checks of a level at a version, in the order in which they run. */
  public static List<String> checks(PodSecurityLevel level, PodSecurityVersion version) {
    return activeChecks(level, version).stream().map(ActiveCheck::id).toList();
  }

  /** A check as it is at one version. */
  private record ActiveCheck(String id, PodSecurityLevel level, Check.Judge judge)
      implements PodSecurityCheck {

    @Override
    public Optional<PodSecurityViolation> judge(Workload pod) {
      return judge(new Pod(pod));
    }

    Optional<PodSecurityViolation> judge(Pod pod) {
      return judge
          .judge(pod)
          .map(
              verdict ->
                  new PodSecurityViolation(
                      id, level, verdict.reason(), verdict.detail(), verdict.fields()));
    }
  }

  /** The checks of all levels and versions, which look at nothing. */
  public static List<PodSecurityCheck> known() {
    List<PodSecurityCheck> known = new ArrayList<>();
    BaselineChecks.ALL.forEach(
        check ->
            known.add(
                new ActiveCheck(check.id(), PodSecurityLevel.BASELINE, pod -> Optional.empty())));
    RestrictedChecks.ALL.forEach(
        check ->
            known.add(
                new ActiveCheck(check.id(), PodSecurityLevel.RESTRICTED, pod -> Optional.empty())));
    return known;
  }

  /** The checks of a level at a version, in the order in which they run. */
  public static List<PodSecurityCheck> active(PodSecurityLevel level, PodSecurityVersion version) {
    return List.copyOf(activeChecks(level, version));
  }

  /** Those of baseline first, without the replaced ones. */
  private static List<ActiveCheck> activeChecks(
      PodSecurityLevel level, PodSecurityVersion version) {
    List<ActiveCheck> active = new ArrayList<>();
    if (level == PodSecurityLevel.PRIVILEGED) {
      return active;
    }
    List<ActiveCheck> restricted = new ArrayList<>();
    Set<String> replaced = new HashSet<>();
    if (level == PodSecurityLevel.RESTRICTED) {
      for (Check check : RestrictedChecks.ALL) {
        Optional<Check.Judge> judge = check.at(version);
        if (judge.isPresent()) {
          restricted.add(new ActiveCheck(check.id(), PodSecurityLevel.RESTRICTED, judge.get()));
          replaced.addAll(check.replaces());
        }
      }
    }
    for (Check check : BaselineChecks.ALL) {
      Optional<Check.Judge> judge = check.at(version);
      if (judge.isPresent() && !replaced.contains(check.id())) {
        active.add(new ActiveCheck(check.id(), PodSecurityLevel.BASELINE, judge.get()));
      }
    }
    active.addAll(restricted);
    return active;
  }
}
