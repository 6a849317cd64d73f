/** Rules about who a container runs as. */
@NullMarked
package dev.seaworthy.rules.identity;

import org.jspecify.annotations.NullMarked;
