package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.builtin.Builtin;
import dev.seaworthy.rego.builtin.Builtins;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The built-ins that a policy may call: those of this engine, and those of the embedder. */
final class BuiltinTable {

  private final Map<String, Builtin> own = new HashMap<>();

  /**
   * @param own what the embedder adds, or has instead of others
   */
  BuiltinTable(List<Builtin> own) {
    own.forEach(builtin -> this.own.put(builtin.name(), builtin));
  }

  Optional<Builtin> find(String name) {
    Builtin builtin = own.get(name);
    return builtin == null ? Builtins.find(name) : Optional.of(builtin);
  }

  /** Why a built-in that OPA has cannot be called. */
  Optional<String> unsupported(String name) {
    return find(name).isPresent() ? Optional.empty() : Builtins.unsupported(name);
  }

  /** Whether OPA or the embedder has a built-in of a name. */
  boolean isKnown(String name) {
    return find(name).isPresent() || unsupported(name).isPresent();
  }
}
