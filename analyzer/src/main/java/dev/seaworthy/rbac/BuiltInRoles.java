package dev.seaworthy.rbac;

import dev.seaworthy.model.Facts;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The roles that every cluster has: the facts about {@code cluster_roles} and {@code
 * namespace_roles}.
 */
final class BuiltInRoles {

  private static final String TRUE = "true";

  /** The ClusterRoles by name, in a fixed order. */
  static final Map<String, KnownRole> CLUSTER = read(Facts.about("cluster_roles"));

  /** The Roles by namespace and name. */
  private static final Map<String, Map<String, KnownRole>> NAMESPACED =
      Facts.about("namespace_roles").entries().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  YamlEntry::name, entry -> read((YamlMapping) entry.value())));

  private BuiltInRoles() {}

  static Optional<KnownRole> namespaced(String namespace, String name) {
    return Optional.ofNullable(NAMESPACED.getOrDefault(namespace, Map.of()).get(name));
  }

  private static Map<String, KnownRole> read(YamlMapping facts) {
    Map<String, KnownRole> roles = new LinkedHashMap<>();
    for (YamlEntry entry : facts.entries()) {
      roles.put(entry.name(), role(entry.name(), (YamlMapping) entry.value()));
    }
    return Collections.unmodifiableMap(roles);
  }

  private static KnownRole role(String name, YamlMapping facts) {
    Map<String, String> labels =
        facts.get("label").map(label -> Map.of(text(label), TRUE)).orElse(Map.of());
    Optional<List<LabelSelector>> aggregated =
        facts.get("aggregates").map(label -> List.of(LabelSelector.of(text(label), TRUE)));
    List<PolicyRule> rules = items(facts, "rules").map(rule -> rule((YamlMapping) rule)).toList();
    return new KnownRole(name, Optional.empty(), labels, aggregated, () -> rules);
  }

  private static PolicyRule rule(YamlMapping facts) {
    return new PolicyRule(
        Optional.empty(),
        texts(facts, "verbs"),
        texts(facts, "apiGroups"),
        texts(facts, "resources"),
        texts(facts, "resourceNames"),
        texts(facts, "nonResourceURLs"));
  }

  private static List<String> texts(YamlMapping facts, String name) {
    return items(facts, name).map(BuiltInRoles::text).toList();
  }

  private static Stream<YamlNode> items(YamlMapping facts, String name) {
    return facts.get(name).stream().flatMap(list -> ((YamlSequence) list).items().stream());
  }

  private static String text(YamlNode node) {
    return ((YamlScalar) node).text();
  }
}
