/**
 * The configuration file {@code seaworthy.yaml}: from text to settings of the engine.
 *
 * <p>{@link dev.seaworthy.config.ConfigurationReader} is the entry point. All errors of a file are
 * reported at once, each with its place.
 */
@NullMarked
package dev.seaworthy.config;

import org.jspecify.annotations.NullMarked;
