/** Text to trees: the grammar of Rego, v0 and v1. Trees are immutable and know their places. */
@NullMarked
package dev.seaworthy.rego.syntax;

import org.jspecify.annotations.NullMarked;
