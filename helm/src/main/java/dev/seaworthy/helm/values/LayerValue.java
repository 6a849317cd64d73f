package dev.seaworthy.helm.values;

import java.util.Collection;
import java.util.Optional;

/** A value as one layer has it. */
interface LayerValue {

  /** Whether nothing is known of the value, but that there may be one. */
  default boolean isUnknown() {
    return false;
  }

  ValueKind kind();

  /** The member of a map, or the item of a list by its index in decimal digits. */
  Optional<? extends LayerValue> child(String name);

  /** The keys of a map. */
  Collection<String> keys();

  /** The length of a list. */
  int size();

  /**
   * The layers of one group are the values that a user gives: they come to one set of values before
   * those of charts are added, so that a value that is no map hides weaker maps of its group.
   */
  Object group();

  /** Whether weaker values of the group have no part in it: false for some items of a list. */
  boolean isWhole();

  /** What there is to tell. */
  ValuePlace place();
}
