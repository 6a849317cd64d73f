package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.NameFormat;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Flags storage classes whose provisioner has a name that no driver has, or whose topology has a
 * place twice.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/storage/validation/validation.go">
 *     the checks of the API server</a>
 */
public final class InvalidStorageClass implements WholeObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder(
              "invalid-storage-class", "provisioner or topology of a storage class is refused")
          .category("invalid")
          .remediation(
              "Write the name of the driver, such as 'disk.csi.example.com', and each place once.")
          .references("https://kubernetes.io/docs/concepts/storage/storage-classes/")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<ApiKind> kinds() {
    return Set.of(new ApiKind("storage.k8s.io/v1", "StorageClass"));
  }

  @Override
  public void judge(KubernetesObject object, Violations violations) {
    checkProvisioner(object.root().get("provisioner"), violations);
    for (Field topology : object.root().get("allowedTopologies").items()) {
      topology
          .get("matchLabelExpressions")
          .items()
          .forEach(expression -> checkTopology(expression, violations));
    }
  }

  /** The letter case does not count. */
  private static void checkProvisioner(Field field, Violations violations) {
    String name = field.string().orElse("");
    if (!name.isEmpty()) {
      RefusedName.report(
          "provisioner",
          field,
          name,
          NameFormat.faultOfKey(name.toLowerCase(Locale.ROOT)),
          violations);
    }
  }

  private static void checkTopology(Field expression, Violations violations) {
    Map<String, Field> seen = new HashMap<>();
    for (Field value : expression.get("values").items()) {
      Field first = seen.putIfAbsent(value.text(), value);
      if (first != null && !Placeholder.isIn(value.text())) {
        violations.report(
            Violation.at(value, "the topology has '" + value.text() + "' twice")
                .with(first, "this is the first"));
      }
    }
  }
}
