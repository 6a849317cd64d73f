/**
 * Runs policies that were compiled to WebAssembly, with the OPA Java SDK and its runtime Chicory.
 *
 * <p>A module is not trusted. It reaches nothing but the built-ins of this engine, its memory is
 * bounded, and each evaluation runs on a thread of its own that is stopped when its time is up.
 */
@NullMarked
package dev.seaworthy.rego.wasm;

import org.jspecify.annotations.NullMarked;
