/**
 * A Rego engine for the JVM: source in, answers out.
 *
 * <p>{@code syntax} turns text into trees, {@code compile} checks and resolves them into a program,
 * {@code eval} runs it, {@code builtin} holds the functions, {@code value} the values.
 */
@NullMarked
package dev.seaworthy.rego;

import org.jspecify.annotations.NullMarked;
