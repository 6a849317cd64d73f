/**
 * Runs rules over sources: reads, judges, places, suppresses, accounts, sorts.
 *
 * <p>{@link dev.seaworthy.engine.Analyzer} is the entry point of the library.
 */
@NullMarked
package dev.seaworthy.engine;

import org.jspecify.annotations.NullMarked;
