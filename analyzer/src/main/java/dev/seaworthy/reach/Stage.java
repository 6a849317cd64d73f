package dev.seaworthy.reach;

import dev.seaworthy.rbac.Account;
import java.util.Optional;

/**
 * Where somebody stands on the way: between two steps.
 *
 * @param foothold what they have
 * @param account whose it is, for {@link Foothold#ACCOUNT}
 */
public record Stage(Foothold foothold, Optional<Account> account) {

  /** Where everybody starts. */
  public static final Stage START = Stage.of(Foothold.CODE);

  /** A foothold of which there is one. */
  public static Stage of(Foothold foothold) {
    return new Stage(foothold, Optional.empty());
  }

  /** Acting as a service account. */
  public static Stage of(Account account) {
    return new Stage(Foothold.ACCOUNT, Optional.of(account));
  }

  /** Returns what people call it, such as {@code the node}. */
  @Override
  public String toString() {
    return account.map(known -> "service account '" + known + "'").orElse(foothold.label());
  }
}
