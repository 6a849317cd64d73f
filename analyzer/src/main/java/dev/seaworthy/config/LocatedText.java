package dev.seaworthy.config;

import dev.seaworthy.source.Location;

/**
 * A text of the configuration that only others can judge.
 *
 * @param text the text, as the file has it
 * @param location where the file has it
 */
public record LocatedText(String text, Location location) {}
