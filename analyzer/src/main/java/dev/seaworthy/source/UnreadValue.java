package dev.seaworthy.source;

import java.util.Optional;

/**
 * A value that is set for a chart, and that nothing in the chart reads.
 *
 * @param key the key at the top of the values
 * @param location where it is set
 * @param nearest the key that may be meant
 */
public record UnreadValue(String key, Location location, Optional<String> nearest) {}
