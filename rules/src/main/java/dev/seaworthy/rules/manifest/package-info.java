/** Rules about the text of a manifest, whatever its kind. */
@NullMarked
package dev.seaworthy.rules.manifest;

import org.jspecify.annotations.NullMarked;
