/** The rule author's kit: try a rule on YAML whose expected findings are marked in the text. */
@NullMarked
package dev.seaworthy.testing;

import org.jspecify.annotations.NullMarked;
