/** Runs OPA's own conformance cases; they lie outside of this repository. */
@NullMarked
package dev.seaworthy.rego.conformance;

import org.jspecify.annotations.NullMarked;
