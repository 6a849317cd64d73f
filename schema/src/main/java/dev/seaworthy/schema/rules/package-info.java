/** The rules that hold objects against the schemas of their kinds. */
@NullMarked
package dev.seaworthy.schema.rules;

import org.jspecify.annotations.NullMarked;
