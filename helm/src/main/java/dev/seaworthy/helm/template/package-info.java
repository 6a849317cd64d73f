/**
 * Templates as text and actions: read, marked so that what they render to can be led back to them,
 * and asked which values they read.
 */
@NullMarked
package dev.seaworthy.helm.template;

import org.jspecify.annotations.NullMarked;
