package dev.seaworthy.rbac;

import dev.seaworthy.model.Facts;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is in no namespace, so that no role that is bound in one gives access to it. */
final class ClusterResources {

  private static final Map<String, Set<String>> BY_GROUP =
      Facts.about("cluster_resources").entries().stream()
          .collect(Collectors.toUnmodifiableMap(YamlEntry::name, ClusterResources::names));

  /** Who may get a namespace in that namespace may get that one, but not list them. */
  private static final Set<String> OF_ALL_NAMESPACES =
      Set.of("create", "deletecollection", "list", "watch");

  private ClusterResources() {}

  private static Set<String> names(YamlEntry group) {
    return ((YamlSequence) group.value())
        .items().stream()
            .map(node -> ((YamlScalar) node).text())
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether a request is about what is in no namespace. A resource that is unknown counts as being
   * in one. So does to bind a ClusterRole: what is asked is whether one may in the namespace of the
   * binding.
   */
  static boolean contain(Access access) {
    if (access.group().isEmpty() && access.resource().equals("namespaces")) {
      return OF_ALL_NAMESPACES.contains(access.verb());
    }
    String resource = access.resource().split("/", 2)[0];
    return !access.verb().equals("bind")
        && BY_GROUP.getOrDefault(access.group(), Set.of()).contains(resource);
  }
}
