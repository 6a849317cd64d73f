/**
 * Rules on what the API server, or the kubelet, is certain to refuse though the schema allows it.
 *
 * <p>The facts are those of the server's own validation, {@code pkg/apis/core/validation} and its
 * neighbours in the source of Kubernetes. A rule here is silent where a version, a feature gate, a
 * controller or a merge could decide otherwise.
 */
@NullMarked
package dev.seaworthy.rules.invalid;

import org.jspecify.annotations.NullMarked;
