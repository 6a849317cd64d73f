/**
 * Turns modules into programs, in steps: names are resolved, local variables get names of their
 * own, calls and references are taken apart, statements are ordered so that each finds its
 * variables bound, and then planned as nodes that run. Internal: what the rest of the world uses is
 * in {@code dev.seaworthy.rego}.
 */
@NullMarked
package dev.seaworthy.rego.compile;

import org.jspecify.annotations.NullMarked;
