/**
 * Where text comes from: sources, their places, and the account of every input.
 *
 * <p>The leftmost package of the pipeline. It knows nothing of YAML or Kubernetes.
 */
@NullMarked
package dev.seaworthy.source;

import org.jspecify.annotations.NullMarked;
