/**
 * Where text comes from: sources, their places, and the account of every input.
 *
 * <p>The leftmost package of the pipeline. It parses nothing: of YAML, Kubernetes and Helm it knows
 * only what the names of files and the first keys of a text tell.
 */
@NullMarked
package dev.seaworthy.source;

import org.jspecify.annotations.NullMarked;
