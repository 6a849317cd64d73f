package dev.seaworthy.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which suppressions count.
 *
 * @param honoured whether any does; if not, everything is shown
 * @param configured those from the configuration, besides those in the files themselves
 * @param today the day against which expiry dates are held; without it nothing expires
 */
public record IgnorePolicy(
    boolean honoured, List<ConfiguredIgnore> configured, Optional<LocalDate> today) {

  /** Comments and annotations count. */
  public static final IgnorePolicy DEFAULT = new IgnorePolicy(true, List.of(), Optional.empty());

  /** Nothing is suppressed. */
  public static final IgnorePolicy NONE = new IgnorePolicy(false, List.of(), Optional.empty());

  public IgnorePolicy {
    configured = List.copyOf(configured);
  }
}
