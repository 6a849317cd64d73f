/** Rules about what a container can write to in its own image. */
@NullMarked
package dev.seaworthy.rules.filesystem;

import org.jspecify.annotations.NullMarked;
