/**
 * Who may do what: Roles, ClusterRoles and their bindings as a graph from accounts to rules.
 *
 * <p>{@link dev.seaworthy.rbac.RbacGraph} decides as the API server's RBAC authorizer does, from
 * what was scanned and from the roles that every cluster has.
 */
@NullMarked
package dev.seaworthy.rbac;

import org.jspecify.annotations.NullMarked;
