/** Schemas in folders of the user's own. */
@NullMarked
package dev.seaworthy.schema.location;

import org.jspecify.annotations.NullMarked;
