/**
 * The Helm engine, at arm's length: a process of its own with bounds on time, memory and output.
 */
@NullMarked
package dev.seaworthy.helm.render;

import org.jspecify.annotations.NullMarked;
