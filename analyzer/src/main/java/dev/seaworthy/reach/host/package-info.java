/** The steps from a container to root in it, and to the node that it runs on. */
@NullMarked
package dev.seaworthy.reach.host;

import org.jspecify.annotations.NullMarked;
