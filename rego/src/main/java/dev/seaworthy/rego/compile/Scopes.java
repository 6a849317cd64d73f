package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.RegoLocation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of nested scopes: how they came to be, and what they are renamed to. */
final class Scopes {

  /** How a variable came into a scope. */
  enum Origin {
    ARGUMENT,
    SEEN,
    ASSIGNED,
    DECLARED
  }

  private record Local(String name, Origin origin, RegoLocation location) {}

  private final Deque<Map<String, Local>> scopes = new ArrayDeque<>();

  Scopes() {
    push();
  }

  /** The same scopes, to be continued on their own. */
  Scopes copy() {
    Scopes copy = new Scopes();
    copy.scopes.clear();
    scopes.forEach(scope -> copy.scopes.addLast(new HashMap<>(scope)));
    return copy;
  }

  void push() {
    scopes.push(new LinkedHashMap<>());
  }

  void pop() {
    scopes.pop();
  }

  /** What a variable is renamed to, or null if no scope knows it. */
  @Nullable String renamed(String name) {
    for (Map<String, Local> scope : scopes) {
      Local local = scope.get(name);
      if (local != null) {
        return local.name;
      }
    }
    return null;
  }

  /** Whether the innermost scope that knows a variable declares it. */
  boolean isDeclared(String name) {
    for (Map<String, Local> scope : scopes) {
      Local local = scope.get(name);
      if (local != null) {
        return local.origin != Origin.SEEN;
      }
    }
    return false;
  }

  /** How a variable came into the innermost scope; null if it is not in there. */
  @Nullable Origin origin(String name) {
    Local local = scopes.getFirst().get(name);
    return local == null ? null : local.origin;
  }

  void add(String name, String renamed, Origin origin, RegoLocation location) {
    scopes.getFirst().put(name, new Local(renamed, origin, location));
  }

  /** Where {@code some} or {@code every} declares the variables of the innermost scope. */
  Map<String, RegoLocation> declared() {
    Map<String, RegoLocation> declared = new LinkedHashMap<>();
    for (Map.Entry<String, Local> entry : scopes.getFirst().entrySet()) {
      if (entry.getValue().origin == Origin.DECLARED) {
        declared.put(entry.getKey(), entry.getValue().location);
      }
    }
    return declared;
  }
}
