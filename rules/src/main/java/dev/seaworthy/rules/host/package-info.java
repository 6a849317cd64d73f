/** Rules about what a pod shares with its node: namespaces and ports. */
@NullMarked
package dev.seaworthy.rules.host;

import org.jspecify.annotations.NullMarked;
