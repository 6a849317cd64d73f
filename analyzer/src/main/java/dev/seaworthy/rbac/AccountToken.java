package dev.seaworthy.rbac;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.model.Setting;
import dev.seaworthy.model.Workload;
import java.util.List;
import java.util.Optional;

/**
 * The token of a pod's service account: the pod's word on mounting it counts over the account's,
 * and that over the default, which is yes.
 *
 * @param pod what the pod says, and where it could
 * @param account the name of the account
 * @param definitions the accounts of that name in the scan: none, one, or several of which any may
 *     be meant
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/">
 *     Opt out of API credential automounting</a>
 */
public record AccountToken(
    Setting<Boolean> pod, Setting<String> account, List<KubernetesObject> definitions) {

  public AccountToken {
    definitions = List.copyOf(definitions);
  }

  /** The kind of service accounts. */
  public static final GroupKind KIND = GroupKind.core("ServiceAccount");

  /**
   * The token of a pod.
   *
   * @param scanned holds the service accounts
   */
  public static AccountToken of(Workload workload, ScannedObjects scanned) {
    Setting<String> account = workload.security().serviceAccountName();
    return new AccountToken(
        workload.security().automountServiceAccountToken(),
        account,
        scanned.neighbours(KIND, account.value().orElseThrow(), workload.object()));
  }

  /** The name of the account. */
  public String name() {
    return account.value().orElseThrow();
  }

  /** Whether the token is mounted, as far as the scan shows. */
  public boolean isMounted() {
    return pod.value().orElseGet(() -> definitions.isEmpty() || lettingAccount().isPresent());
  }

  /** Where an account lets its token be mounted, by its word or by its silence. */
  public Optional<Field> lettingAccount() {
    return definitions.stream()
        .map(definition -> definition.root().get("automountServiceAccountToken"))
        .filter(field -> !field.isFalse())
        .findFirst();
  }
}
