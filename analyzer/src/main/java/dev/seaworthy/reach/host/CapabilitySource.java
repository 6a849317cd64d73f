package dev.seaworthy.reach.host;

import dev.seaworthy.model.Capabilities;
import dev.seaworthy.model.Capability;
import dev.seaworthy.model.Field;
import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.Change;
import dev.seaworthy.reach.Situation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where root in a container has a capability from. Of privileged containers, which have all of
 * them, what is written counts: the rest is the matter of the steps that privilege opens.
 *
 * @param field where to show it
 * @param used what is assumed, if it comes from the runtime's set
 * @param cut how to take it away
 */
record CapabilitySource(Field field, List<Assumption> used, Change cut) {

  static Optional<CapabilitySource> of(String name, Situation situation) {
    Capabilities capabilities = situation.capabilities();
    if (situation.isWindows() || !capabilities.has(name)) {
      return Optional.empty();
    }
    List<Capability> named = added(capabilities, name);
    Field drop = capabilities.field().get("drop");
    boolean usual =
        situation.cluster().nodes().runtimeDefaultCapabilities().contains(name)
            && !capabilities.dropsAll();
    List<Capability> all = added(capabilities, Capability.ALL);
    if (named.size() == 1 && !usual && (all.isEmpty() || capabilities.dropsAll())) {
      Field item = named.get(0).field();
      return Optional.of(
          new CapabilitySource(
              item, List.of(), Change.remove(item, "remove capability '" + name + "'")));
    }
    if (named.isEmpty()) {
      boolean assumed = all.isEmpty();
      return Optional.of(
          new CapabilitySource(
              assumed ? drop : all.get(0).field(),
              assumed ? List.of(Assumption.RUNTIME_DEFAULT_CAPABILITIES) : List.of(),
              new Change(drop, Optional.of("[ALL]"), "drop all capabilities")));
    }
    String names =
        Stream.concat(capabilities.dropped().stream().map(Capability::written), Stream.of(name))
            .collect(Collectors.joining(", ", "[", "]"));
    return Optional.of(
        new CapabilitySource(
            named.get(0).field(),
            List.of(),
            new Change(drop, Optional.of(names), "drop capability '" + name + "'")));
  }

  private static List<Capability> added(Capabilities capabilities, String name) {
    return capabilities.added().stream().filter(added -> added.name().equals(name)).toList();
  }
}
