package dev.seaworthy.reach.host;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.Origin;
import dev.seaworthy.model.SecurityProfile;
import dev.seaworthy.model.Setting;
import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.Change;
import dev.seaworthy.reach.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * That no seccomp profile confines a container. Privileged containers have none, whatever is
 * written.
 *
 * @param field where the profile would be
 * @param used what is assumed, if nobody sets a profile
 * @param cuts how to confine it; empty for privileged containers
 */
record Unconfined(Field field, List<Assumption> used, List<Change> cuts) {

  static Optional<Unconfined> of(Situation situation) {
    Setting<SecurityProfile> seccomp = situation.security().seccompProfile();
    Field own = situation.security().context().get("seccompProfile", "type");
    if (situation.security().privileged().is(true)) {
      return Optional.of(new Unconfined(own, List.of(), List.of()));
    }
    if (seccomp.value().map(SecurityProfile::confines).orElse(false)) {
      return Optional.empty();
    }
    boolean assumed = seccomp.origin() == Origin.DEFAULT;
    return Optional.of(
        new Unconfined(
            seccomp.field(),
            assumed ? List.of(Assumption.SECCOMP_DEFAULT) : List.of(),
            List.of(
                new Change(
                    own,
                    Optional.of(SecurityProfile.RUNTIME_DEFAULT),
                    "set 'seccompProfile.type' to '" + SecurityProfile.RUNTIME_DEFAULT + "'"))));
  }

  List<Change> cutsAfter(Change first) {
    List<Change> changes = new ArrayList<>(List.of(first));
    changes.addAll(cuts);
    return changes;
  }
}
