/**
 * Rules about roles and who gets them. Most look for a {@link dev.seaworthy.rules.rbac.Permission}
 * among the rules of a {@link dev.seaworthy.rules.rbac.WrittenRole}; the others look at the
 * subjects of bindings.
 *
 * <p>What a person should read once is reported once: a rule of a role that manages all resources
 * is left to {@link dev.seaworthy.rules.rbac.ManageAllResources}, and a wildcard that gives one of
 * the permissions to that permission's rule.
 */
@NullMarked
package dev.seaworthy.rules.rbac;

import org.jspecify.annotations.NullMarked;
