/** The values of a release: where each was set, and what it comes to. */
@NullMarked
package dev.seaworthy.helm.values;

import org.jspecify.annotations.NullMarked;
