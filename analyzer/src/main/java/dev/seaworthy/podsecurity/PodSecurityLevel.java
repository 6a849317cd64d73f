package dev.seaworthy.podsecurity;

import java.util.Locale;
import java.util.Optional;

/** A level of the Pod Security Standards, from the least strict to the strictest. */
public enum PodSecurityLevel {
  /** Anything goes. */
  PRIVILEGED,
  /** Known privilege escalations are refused. */
  BASELINE,
  /** What hardening asks for is demanded. */
  RESTRICTED;

  /** The name in labels, in lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level with a name exactly as labels have it. */
  public static Optional<PodSecurityLevel> of(String id) {
    for (PodSecurityLevel level : values()) {
      if (level.id().equals(id)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /** Returns {@link #id()}. */
  @Override
  public String toString() {
    return id();
  }
}
