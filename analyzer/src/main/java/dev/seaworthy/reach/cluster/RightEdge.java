package dev.seaworthy.reach.cluster;

import dev.seaworthy.model.Field;
import dev.seaworthy.rbac.Account;
import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.Change;
import dev.seaworthy.reach.DefinedEdge;
import dev.seaworthy.reach.DefinedEdge.Cause;
import dev.seaworthy.reach.Foothold;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes edges of rights: whoever has the right takes the step. */
final class RightEdge {

  /** Where Kubernetes describes most of them. */
  static final String GOOD_PRACTICES =
      "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#";

  private RightEdge() {}

  /** An edge to the cluster. */
  static DefinedEdge<Authority> toCluster(
      String id,
      String title,
      String explanation,
      String reference,
      List<Assumption> assumptions,
      Function<Authority, List<Right>> rights) {
    return new DefinedEdge<>(
        id,
        title,
        Foothold.ACCOUNT,
        Foothold.CLUSTER,
        explanation,
        reference,
        assumptions,
        authority ->
            rights.apply(authority).stream()
                .map(right -> cause(authority, right, assumptions))
                .toList());
  }

  static Cause cause(Authority authority, Right right, List<Assumption> used) {
    return cause(authority, right, used, Optional.empty());
  }

  static Cause cause(
      Authority authority, Right right, List<Assumption> used, Optional<Account> gained) {
    List<Field> fields = right.fields();
    List<Change> cuts = right.cuts();
    String message = "service account '" + authority.account() + "' " + right;
    return new Cause(message, fields, used, cuts, gained, Optional.of(right.role()));
  }
}
