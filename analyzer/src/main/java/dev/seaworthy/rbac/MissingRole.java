package dev.seaworthy.rbac;

import dev.seaworthy.model.KubernetesObject;

/**
 * A role that a binding names and that is neither among the scanned objects nor built in, so that
 * what it allows is unknown.
 *
 * @param binding the binding
 * @param kind {@code Role} or {@code ClusterRole}
 * @param name the name of the role
 */
public record MissingRole(KubernetesObject binding, String kind, String name) {}
