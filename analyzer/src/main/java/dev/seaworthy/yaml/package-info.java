/**
 * Text to nodes with places, read as Kubernetes reads it.
 *
 * <p>Kubernetes reads YAML through {@code sigs.k8s.io/yaml}: a blend of YAML 1.1 and 1.2 that ends
 * in JSON. The nodes here mean what that JSON means, and keep where each of them was written.
 */
@NullMarked
package dev.seaworthy.yaml;

import org.jspecify.annotations.NullMarked;
