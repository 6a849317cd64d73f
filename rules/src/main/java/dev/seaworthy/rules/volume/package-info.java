/** Rules about the parts of the node's file system that a pod takes in. */
@NullMarked
package dev.seaworthy.rules.volume;

import org.jspecify.annotations.NullMarked;
