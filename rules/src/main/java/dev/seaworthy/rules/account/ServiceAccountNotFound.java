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

/** Flags pods whose service account is not in the scan; every namespace has a {@code default}. */
public final class ServiceAccountNotFound implements ContextRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("service-account-not-found", "service account is not in the scan")
          .severity(Severity.INFO)
          .category("account")
          .profile(Profile.ALL)
          .remediation(
              "Add the service account, correct its name, or scan what defines it as well: without"
                  + " it no pod starts.")
          .references("https://kubernetes.io/docs/concepts/security/service-accounts/")
          .aliases("non-existent-service-account", "C-0307")
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
      if (token.definitions().isEmpty() && !token.name().equals("default")) {
        violations.report(
            token.account().field(), "service account '" + token.name() + "' is not in the scan");
      }
    }
  }
}
