/** The values of Rego: JSON's, and sets. Immutable, with OPA's order and equality. */
@NullMarked
package dev.seaworthy.rego.value;

import org.jspecify.annotations.NullMarked;
