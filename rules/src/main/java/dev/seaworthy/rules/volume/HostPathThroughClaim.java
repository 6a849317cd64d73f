package dev.seaworthy.rules.volume;

import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.HostPath;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.rule.ContextRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.volume.BoundVolume;
import dev.seaworthy.volume.Claim;
import java.util.Set;

/**
 * Flags claims that lead to a {@code hostPath} or {@code local} PersistentVolume: the pod mounts a
 * folder of its node without saying so, which Pod Security does not see.
 */
public final class HostPathThroughClaim implements ContextRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("host-path-through-claim", "claim leads to a folder of the node")
          .severity(Severity.MEDIUM)
          .category("volume")
          .remediation("Use a storage class that provisions volumes of their own.")
          .references(
              "https://kubernetes.io/docs/concepts/storage/persistent-volumes/",
              "https://kubernetes.io/docs/concepts/storage/volumes/#hostpath")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<GroupKind> kinds() {
    return Set.of(Claim.KIND, BoundVolume.KIND);
  }

  @Override
  public void check(KubernetesObject object, ScannedObjects scanned, Violations violations) {
    for (Claim claim : Claim.of(object, scanned)) {
      BoundVolume.of(claim, object, scanned)
          .ifPresent(volume -> violations.report(violation(claim, volume)));
    }
  }

  private static Violation violation(Claim claim, BoundVolume volume) {
    HostPath path = volume.path();
    String leads = volume.isCertain() ? " leads to '" : " may lead to '";
    Violation violation =
        Violation.at(
            claim.use(),
            claim.title()
                + leads
                + path.normalised()
                + "' of the node, through '"
                + volume.object()
                + "'");
    return claim
        .definition()
        .map(definition -> violation.with(definition, "this is the claim"))
        .orElse(violation)
        .with(path.path(), "this is the folder");
  }
}
