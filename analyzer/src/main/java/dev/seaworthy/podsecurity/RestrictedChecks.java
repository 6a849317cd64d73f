package dev.seaworthy.podsecurity;

import static dev.seaworthy.podsecurity.Check.since;
import static dev.seaworthy.podsecurity.Check.unlessUserNamespace;
import static dev.seaworthy.podsecurity.Check.unlessWindows;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Field;
import dev.seaworthy.podsecurity.Forbidden.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The checks that only the level restricted has, in the order of their names. */
final class RestrictedChecks {

  static final List<Check> ALL =
      List.of(
          Check.of(
              "allowPrivilegeEscalation",
              since(8, RestrictedChecks::privilegeEscalation),
              since(25, unlessWindows(RestrictedChecks::privilegeEscalation))),
          Check.of(
                  "capabilities_restricted",
                  since(22, RestrictedChecks::capabilities),
                  since(25, unlessWindows(RestrictedChecks::capabilities)))
              .replacing("capabilities_baseline"),
          Check.of("procMount_restricted", since(35, BaselineChecks::procMount))
              .replacing("procMount"),
          Check.of("restrictedVolumes", since(0, RestrictedChecks::volumes))
              .replacing("hostPathVolumes"),
          Check.of(
              "runAsNonRoot",
              since(0, RestrictedChecks::runAsNonRoot),
              since(35, unlessUserNamespace(RestrictedChecks::runAsNonRoot))),
          Check.of(
              "runAsUser",
              since(23, RestrictedChecks::runAsUser),
              since(35, unlessUserNamespace(RestrictedChecks::runAsUser))),
          Check.of(
                  "seccompProfile_restricted",
                  since(19, ProfileChecks::seccompDemanded),
                  since(25, unlessWindows(ProfileChecks::seccompDemanded)))
              .replacing("seccompProfile_baseline"));

  private static final Set<String> VOLUMES =
      Set.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "image",
          "persistentVolumeClaim",
          "projected",
          "secret");

  private RestrictedChecks() {}

  private static Optional<Verdict> privilegeEscalation(Pod pod) {
    Forbidden forbidden = new Forbidden();
    for (Container container : pod.containers()) {
      Field escalation = container.security().context().get("allowPrivilegeEscalation");
      if (!escalation.isFalse()) {
        forbidden.add(container.toString(), escalation);
      }
    }
    return forbidden.verdict(
        "allowPrivilegeEscalation != false",
        "must set securityContext.allowPrivilegeEscalation=false");
  }

  private static Optional<Verdict> capabilities(Pod pod) {
    Forbidden forbidden = new Forbidden();
    for (Container container : pod.containers()) {
      Field capabilities = container.security().context().get("capabilities");
      boolean dropsAll =
          capabilities.get("drop").items().stream().anyMatch(item -> item.text().equals("ALL"));
      if (!dropsAll) {
        forbidden.add(container.toString(), capabilities.get("drop"));
      }
      for (Field added : capabilities.get("add").items()) {
        if (!added.text().equals("NET_BIND_SERVICE")) {
          forbidden.add(container.toString(), added, added.text());
        }
      }
    }
    return forbidden.verdict(
        "unrestricted capabilities",
        forbidden.valueCount() > 0
            ? "must drop 'ALL' and add nothing but 'NET_BIND_SERVICE', not"
            : "must set securityContext.capabilities.drop=['ALL']");
  }

  /** A volume without a source is an {@code emptyDir} by the time that the plugin sees it. */
  private static Optional<Verdict> volumes(Pod pod) {
    Forbidden forbidden = new Forbidden();
    for (Field volume : pod.spec().get("volumes").items()) {
      List<Field> sources =
          volume.members().stream()
              .filter(member -> member.isPresent() && !member.path().name().equals("name"))
              .toList();
      for (Field source : sources) {
        if (!VOLUMES.contains(source.path().name())) {
          String name = "volume '" + volume.get("name").text() + "'";
          forbidden.add(name, source, source.path().name());
        }
      }
    }
    return forbidden.verdict("restricted volume types", "must not be of type");
  }

  /** Each container must end up with {@code true}; whatever is set must be {@code true}. */
  private static Optional<Verdict> runAsNonRoot(Pod pod) {
    Forbidden forbidden = new Forbidden();
    boolean ofPod = pod.context().get("runAsNonRoot").isPresent();
    for (Pod.Set set : pod.inContexts("runAsNonRoot")) {
      boolean isPod = set.setter().equals(Pod.NAME);
      boolean missing = !isPod && !ofPod && !set.field().isPresent();
      if (missing || set.field().isFalse()) {
        forbidden.add(set.setter(), set.field());
      }
    }
    return forbidden.verdict("runAsNonRoot != true", "must set securityContext.runAsNonRoot=true");
  }

  private static Optional<Verdict> runAsUser(Pod pod) {
    Forbidden forbidden = new Forbidden();
    for (Pod.Set set : pod.inContexts("runAsUser")) {
      if (set.field().integer().filter(user -> user == 0).isPresent()) {
        forbidden.add(set.setter(), set.field());
      }
    }
    return forbidden.verdict("runAsUser=0", "must not set runAsUser=0");
  }
}
