package dev.seaworthy.source;

/**
 * A value that is set for a chart, and that nothing in the chart reads.
 *
 * @param key the key at the top of the values
 * @param location where it is set
 */
public record UnreadValue(String key, Location location) {}
