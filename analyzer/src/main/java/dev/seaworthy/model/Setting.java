package dev.seaworthy.model;

import java.util.Optional;

/**
 * A value that applies, and where it comes from.
 *
 * @param value the value; empty if it cannot be known or there is none
 * @param origin where it comes from
 * @param field where it is set; where nobody sets it, where a container would
 * @param <T> the type of the value
 */
public record Setting<T>(Optional<T> value, Origin origin, Field field) {

  static <T> Setting<T> of(T value, Origin origin, Field field) {
    return new Setting<>(Optional.of(value), origin, field);
  }

  static <T> Setting<T> unknown(Field field) {
    return new Setting<>(Optional.empty(), Origin.UNKNOWN, field);
  }

  /** Whether the value is known to be this one. */
  public boolean is(T other) {
    return value.isPresent() && value.get().equals(other);
  }

  /** Whether somebody wrote the value into the manifest. */
  public boolean isWritten() {
    return origin != Origin.DEFAULT && origin != Origin.UNKNOWN;
  }
}
