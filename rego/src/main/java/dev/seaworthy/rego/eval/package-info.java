/**
 * Runs programs: the nodes that the compiler makes of policies, and the state of one evaluation.
 * Internal: what the rest of the world uses is in {@code dev.seaworthy.rego}.
 *
 * <p>An {@link dev.seaworthy.rego.eval.Expression} has one value or none. A {@link
 * dev.seaworthy.rego.eval.Step} holds or not, and may bind variables, once. A {@link
 * dev.seaworthy.rego.eval.Flow} may hold several times: it runs what comes after it for each
 * solution. The compiler knows at each place which variables are bound, so that nothing is ever
 * undone: a variable is a slot of a frame, overwritten by the next solution.
 */
@NullMarked
package dev.seaworthy.rego.eval;

import org.jspecify.annotations.NullMarked;
