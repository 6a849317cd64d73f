/** The functions that Rego brings: one class for each family, one registry. */
@NullMarked
package dev.seaworthy.rego.builtin;

import org.jspecify.annotations.NullMarked;
