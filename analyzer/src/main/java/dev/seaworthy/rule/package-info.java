/**
 * What a rule is: its metadata, the hooks to implement, and how it reports a violation.
 *
 * <p>A rule points at a {@link dev.seaworthy.model.Field}; the engine turns that into a place.
 */
@NullMarked
package dev.seaworthy.rule;

import org.jspecify.annotations.NullMarked;
