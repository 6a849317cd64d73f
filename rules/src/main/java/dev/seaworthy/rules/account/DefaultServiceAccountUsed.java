package dev.seaworthy.rules.account;

import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rbac.AccountToken;
import dev.seaworthy.rule.ContextRule;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violations;
import java.util.Set;

/**
 * Flags pods that act as the account {@code default} of their namespace. Without its token they do
 * not act as anybody, so the rule is silent then.
 */
public final class DefaultServiceAccountUsed implements ContextRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("default-service-account-used", "pod acts as the default account")
          .severity(Severity.INFO)
          .category("account")
          .profile(Profile.ALL)
          .remediation(
              "Give the workload a service account of its own, or set"
                  + " 'automountServiceAccountToken: false'.")
          .references(
              "https://kubernetes.io/docs/concepts/security/service-accounts/",
              "https://kubernetes.io/docs/concepts/security/rbac-good-practices/")
          .aliases("default-service-account", "ServiceAccountName")
          .standards("cis:5.1.5")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<GroupKind> kinds() {
    return Set.of(AccountToken.KIND);
  }

  @Override
  public void check(KubernetesObject object, ScannedObjects scanned, Violations violations) {
    for (Workload workload : object.workloads()) {
      AccountToken token = AccountToken.of(workload, scanned);
      if (token.name().equals("default") && token.isMounted()) {
        violations.report(
            token.account().field(),
            "pod acts as service account 'default', as every pod of the namespace may");
      }
    }
  }
}
