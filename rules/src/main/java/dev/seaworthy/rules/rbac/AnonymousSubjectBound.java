package dev.seaworthy.rules.rbac;

import dev.seaworthy.rbac.Subject;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;

/** Flags bindings to whoever reaches the API server, but for the roles that are meant for that. */
public final class AnonymousSubjectBound implements SubjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("anonymous-subject-bound", "binding gives a role to anybody")
          .severity(Severity.HIGH)
          .category("rbac")
          .remediation("Name the users, groups or service accounts that need the role.")
          .references(
              "https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-requests",
              "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#discovery-roles")
          .aliases(
              "KSV-0122",
              "C-0262",
              "BindingsToSystemAnonymous",
              "K8sDisallowAnonymous",
              "restrict-binding-system-groups")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public boolean concerns(Subject subject) {
    return !BuiltIn.isPublic(subject.binding())
        && (SubjectRule.is(subject, Subject.USER, "system:anonymous")
            || SubjectRule.is(subject, Subject.GROUP, "system:unauthenticated"));
  }

  @Override
  public String message(Subject subject, String role) {
    return role + " is given to '" + subject.name() + "', which is whoever reaches the API server";
  }
}
