package dev.seaworthy.helm.render;

import java.util.Optional;

/** stub. */
public final class RefusalReader {
  private RefusalReader() {}

  /** stub. */
  public static Refusal read(String message) {
    return new Refusal(Refusal.Kind.OTHER, Optional.empty(), message, "Look.");
  }
}
