package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.SecurityProfile;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.Set;

/** Seccomp and AppArmor profiles whose two fields do not fit each other. */
final class ProfileFaults {

  private static final Set<String> TYPES =
      Set.of(
          SecurityProfile.RUNTIME_DEFAULT, SecurityProfile.LOCALHOST, SecurityProfile.UNCONFINED);

  private static final String SECCOMP = "seccompProfile";

  private final Workload workload;
  private final Violations violations;

  ProfileFaults(Workload workload, Violations violations) {
    this.workload = workload;
    this.violations = violations;
  }

  /** Judges the profiles of a pod's or a container's {@code securityContext}. */
  void check(Field context) {
    checkProfile(context.get(SECCOMP));
    // older servers drop the field
    if (workload.cluster().version().isAtLeast(1, 30)) {
      checkProfile(context.get("appArmorProfile"));
    }
  }

  private void checkProfile(Field profile) {
    if (!profile.isMapping()) {
      return;
    }
    Field type = profile.get("type");
    Field file = profile.get("localhostProfile");
    String name = "'" + profile.path().name() + "'";
    if (!TYPES.contains(type.text())) {
      return;
    }
    boolean local = type.text().equals(SecurityProfile.LOCALHOST);
    boolean seccomp = profile.path().name().equals(SECCOMP);
    // an empty path is the folder of seccomp profiles, which the server takes
    boolean named = seccomp ? file.isPresent() : !file.text().isEmpty();
    if (local && !named) {
      violations.report(type, name + " 'Localhost' needs a 'localhostProfile'");
    } else if (local && seccomp) {
      DescendingPath.check(file, "the folder of profiles", violations);
    } else if (local && !file.text().equals(file.text().strip())) {
      violations.report(file, "'localhostProfile' has blanks at an end: remove them");
    } else if (!local && file.isPresent()) {
      violations.report(
          Violation.at(
                  file,
                  name
                      + " '"
                      + type.text()
                      + "' has no 'localhostProfile': that is for 'Localhost'")
              .with(type, "this is the type"));
    }
  }
}
