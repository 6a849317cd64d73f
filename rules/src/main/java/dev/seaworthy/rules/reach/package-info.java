/** Rules about how far somebody gets who runs code in a workload. */
@NullMarked
package dev.seaworthy.rules.reach;

import org.jspecify.annotations.NullMarked;
