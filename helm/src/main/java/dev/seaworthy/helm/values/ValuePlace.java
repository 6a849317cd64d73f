package dev.seaworthy.helm.values;

import java.util.List;

/**
 * An effective value, and what decides it.
 *
 * @param kind what it is; of values that are deleted with {@code null} it is {@code NULL}
 * @param text the content of a string, number or boolean as it was written; empty for others
 * @param path the keys and indices that lead to it where it is written, which for a value of a
 *     subchart may start with the subchart's name
 * @param origin who set it; for a map that several set, the strongest of them
 */
public record ValuePlace(
    ValueKind kind, String text, List<SetValue.Step> path, ValueOrigin origin) {

  public ValuePlace {
    path = List.copyOf(path);
  }

  /** The path in Helm's syntax: {@code tolerations[0].key}. */
  public String writtenPath() {
    return SetValue.written(path);
  }
}
