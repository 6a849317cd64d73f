/**
 * Rules about Linux capabilities: what a container adds to the runtime's set, and what it gives up.
 */
@NullMarked
package dev.seaworthy.rules.capability;

import org.jspecify.annotations.NullMarked;
