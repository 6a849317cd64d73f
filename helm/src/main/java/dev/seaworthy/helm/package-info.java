/**
 * Helm charts as sources of the analysis: rendered by the real engine, every template accounted
 * for, every line led back to the template that made it.
 */
@NullMarked
package dev.seaworthy.helm;

import org.jspecify.annotations.NullMarked;
