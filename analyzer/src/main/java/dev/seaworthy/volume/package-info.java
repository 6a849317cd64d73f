/** Claims for storage, and the volumes on nodes that they lead to. */
@NullMarked
package dev.seaworthy.volume;

import org.jspecify.annotations.NullMarked;
