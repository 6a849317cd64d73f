/**
 * Policies as rules: what a policy sees of an object, and how what it yields becomes a finding.
 *
 * <p>Start with {@link dev.seaworthy.rego.policy.BundledPolicies} or {@link
 * dev.seaworthy.rego.policy.PolicySet}.
 */
@NullMarked
package dev.seaworthy.rego.policy;

import org.jspecify.annotations.NullMarked;
