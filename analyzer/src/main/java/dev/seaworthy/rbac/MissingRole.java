package dev.seaworthy.rbac;

import dev.seaworthy.model.KubernetesObject;

/**
 * A role that a binding names and that is neither among the scanned objects nor known to be in
 * every cluster, so that what it allows is unknown. The ClusterRoles of the controllers, {@code
 * system:controller:*}, are unknown too.
 *
 * @param binding the binding
 * @param kind {@code Role} or {@code ClusterRole}
 * @param name the name of the role
 */
public record MissingRole(KubernetesObject binding, String kind, String name) {}
