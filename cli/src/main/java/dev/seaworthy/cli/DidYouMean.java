package dev.seaworthy.cli;

import dev.seaworthy.rule.Suggestions;
import java.util.Collection;

/** The end of a message about a name that is not known. */
final class DidYouMean {

  private DidYouMean() {}

  /** Asks for the nearest of the known names; empty if none is near. */
  static String one(String name, Collection<String> known) {
    return Suggestions.nearest(name, known)
        .map(near -> "; did you mean '" + near + "'?")
        .orElse("");
  }
}
