package dev.seaworthy.rbac;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ReadBudget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A role that was scanned, or one that is built in. */
final class KnownRole {

  private static final String AUTO_UPDATE = "rbac.authorization.kubernetes.io/autoupdate";

  private final String name;
  private final Optional<KubernetesObject> object;
  private final Map<String, String> labels;
  private final Optional<List<LabelSelector>> aggregated;
  private final Supplier<List<PolicyRule>> reader;
  private volatile @Nullable List<PolicyRule> rules;

  /**
   * @param aggregated which roles it is made of; empty if it has rules of its own
   * @param reader reads its own rules
   */
  KnownRole(
      String name,
      Optional<KubernetesObject> object,
      Map<String, String> labels,
      Optional<List<LabelSelector>> aggregated,
      Supplier<List<PolicyRule>> reader) {
    this.name = name;
    this.object = object;
    this.labels = Map.copyOf(labels);
    this.aggregated = aggregated;
    this.reader = reader;
  }

  static KnownRole of(KubernetesObject role) {
    Map<String, String> labels = new HashMap<>();
    for (Field label : role.root().get("metadata", "labels").members()) {
      labels.put(label.path().name(), label.text());
    }
    Field rule = role.root().get("aggregationRule");
    Optional<List<LabelSelector>> aggregated =
        rule.isPresent() && role.kind().equals("ClusterRole")
            ? Optional.of(
                rule.get("clusterRoleSelectors").items().stream().map(LabelSelector::of).toList())
            : Optional.empty();
    return new KnownRole(
        role.name(), Optional.of(role), labels, aggregated, () -> PolicyRule.of(role));
  }

  String name() {
    return name;
  }

  /** The object; empty if the role is built in. */
  Optional<KubernetesObject> object() {
    return object;
  }

  Map<String, String> labels() {
    return labels;
  }

  /** Which roles it is made of; then it has no rules of its own: the controller overwrites them. */
  Optional<List<LabelSelector>> aggregated() {
    return aggregated;
  }

  /** Whether the API server adds what a built-in role of its name lacks, when it starts. */
  boolean isReconciled() {
    return object.map(role -> !role.annotation(AUTO_UPDATE).text().equals("false")).orElse(true);
  }

  /**
   * The rules that are written in it, read when they are first asked for; whoever that is, it costs
   * the same.
   */
  List<PolicyRule> rules() {
    List<PolicyRule> known = rules;
    if (known == null) {
      known = ReadBudget.unlimited(reader);
      rules = known;
    }
    return known;
  }
}
