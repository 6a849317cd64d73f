package dev.seaworthy.engine;

import java.util.List;

/**
 * In which of the scenarios that a chart was rendered for something holds.
 *
 * @param names the scenarios, in their order; empty for what is not rendered
 * @param all whether there are no others
 */
public record Scenarios(List<String> names, boolean all) {

  /** Of what is not rendered. */
  public static final Scenarios NONE = new Scenarios(List.of(), true);

  public Scenarios {
    names = List.copyOf(names);
  }

  /** What to say of them in a few words: the name of one, or how many there are. */
  public String inShort() {
    return names.size() == 1 ? names.get(0) : names.size() + " scenarios";
  }
}
