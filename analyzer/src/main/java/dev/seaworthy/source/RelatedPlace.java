package dev.seaworthy.source;

/**
 * Another place that takes part in something.
 *
 * @param location where
 * @param message its part: lower-case, no full stop
 */
public record RelatedPlace(Location location, String message) {}
