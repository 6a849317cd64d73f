package dev.seaworthy.reach.host;

import dev.seaworthy.model.Facts;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.SeLinuxOptions;
import dev.seaworthy.model.Setting;
import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.Change;
import dev.seaworthy.reach.DefinedEdge.Cause;
import dev.seaworthy.reach.Situation;
import dev.seaworthy.yaml.YamlEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What SELinux refuses to containers, on nodes that enforce it. Runtimes give no label to
 * privileged containers, and CRI-O none to pods that share a namespace of the node.
 *
 * @see <a href="https://github.com/containers/container-selinux/blob/main/container.te">The policy
 *     of containers</a>
 * @see <a href="https://github.com/cri-o/cri-o/pull/112">Labels with the node's processes</a>
 * @see <a href="https://github.com/cri-o/cri-o/pull/6579">Labels on the node's network</a>
 */
final class SeLinux {

  /** What runtimes choose by themselves is one of these. */
  private static final Set<String> CONFINED =
      Facts.about("selinux_types").entries().stream()
          .map(YamlEntry::name)
          .collect(Collectors.toUnmodifiableSet());

  /** The policy lets virtual machines connect to the runtime that drives them. */
  private static final String MAY_CONNECT = "container_kvm_t";

  private SeLinux() {}

  /** How SELinux confines a container. */
  static Confinement of(Situation situation) {
    return confinement(situation, CONFINED::contains);
  }

  /** The causes of a step that the policy refuses. */
  static Function<Situation, List<Cause>> refuses(Function<Situation, List<Cause>> causes) {
    return situation -> of(situation).without(causes.apply(situation));
  }

  /** The causes of a step that goes through a socket of the runtime. */
  static Function<Situation, List<Cause>> refusesToConnect(
      Function<Situation, List<Cause>> causes) {
    return situation ->
        confinement(situation, type -> CONFINED.contains(type) && !type.equals(MAY_CONNECT))
            .without(causes.apply(situation));
  }

  private static Confinement confinement(Situation situation, Predicate<String> confined) {
    if (!situation.cluster().nodes().seLinuxEnforced() || situation.isWindows()) {
      return Confinement.NONE;
    }
    List<Change> reasons = new ArrayList<>();
    otherType(situation, confined).ifPresent(reasons::add);
    Stream.of(
            situation.security().privileged(),
            situation.pod().hostPid(),
            situation.pod().hostIpc(),
            situation.pod().hostNetwork())
        .filter(flag -> flag.is(true))
        .forEach(flag -> reasons.add(Change.set(flag.field(), "false")));
    return reasons.size() == 1
        ? new Confinement(false, List.of(Assumption.SELINUX_ENFORCED), reasons)
        : new Confinement(reasons.isEmpty(), List.of(), List.of());
  }

  private static Optional<Change> otherType(Situation situation, Predicate<String> confined) {
    Setting<SeLinuxOptions> options = situation.security().seLinuxOptions();
    Field field = options.field().get("type");
    return options
        .value()
        .flatMap(SeLinuxOptions::type)
        .filter(type -> !type.isEmpty() && !confined.test(type))
        .map(type -> Change.remove(field, "remove SELinux type '" + type + "'"));
  }
}
