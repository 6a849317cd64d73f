/** Rules about what a container may do beyond its own walls. */
@NullMarked
package dev.seaworthy.rules.privilege;

import org.jspecify.annotations.NullMarked;
