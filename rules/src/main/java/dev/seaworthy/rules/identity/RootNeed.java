package dev.seaworthy.rules.identity;

import dev.seaworthy.model.Field;
import java.util.List;

/**
 * Something that a manifest asks for and that root on the node can have.
 *
 * @param field where it is asked for
 * @param what what to call it in a message, such as {@code port 80}
 * @param instead what would serve without that root, the simplest first; empty where nothing would
 */
record RootNeed(Field field, String what, List<String> instead) {

  RootNeed {
    instead = List.copyOf(instead);
  }

  /** A need that only root on the node meets. */
  static RootNeed real(Field field, String what) {
    return new RootNeed(field, what, List.of());
  }

  /** Whether only root on the node meets it. */
  boolean isReal() {
    return instead.isEmpty();
  }
}
