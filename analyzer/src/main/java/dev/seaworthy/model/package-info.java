/**
 * Kubernetes objects and workloads as thin, immutable views over YAML nodes.
 *
 * <p>Nothing is converted to typed API objects: a {@link dev.seaworthy.model.Field} remembers its
 * path, and with it the place where it was written, whether or not it is there. What applies to a
 * container in the end is computed in one class, {@link dev.seaworthy.model.ContainerSecurity}.
 */
@NullMarked
package dev.seaworthy.model;

import org.jspecify.annotations.NullMarked;
