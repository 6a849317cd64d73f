package dev.seaworthy.rbac;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import java.util.List;
import java.util.Optional;

/**
 * One item of the {@code rules} of a role. What it allows is decided as in Kubernetes; see <a
 * href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources">
 * Referring to resources</a>.
 *
 * @param field the item, whose members are the fields of each list; empty for a rule of a built-in
 *     role, which stands in no file
 * @param verbs such as {@code get}; {@code *} for all
 * @param apiGroups empty text for the core group; {@code *} for all
 * @param resources such as {@code pods}, {@code pods/exec}; {@code *} for all with their
 *     subresources, {@code *}{@code /scale} for a subresource of all
 * @param resourceNames the only objects that are meant; none for all
 * @param nonResourceUrls paths of the API server, such as {@code /metrics}; a {@code *} at the end
 *     stands for any text
 */
public record PolicyRule(
    Optional<Field> field,
    List<String> verbs,
    List<String> apiGroups,
    List<String> resources,
    List<String> resourceNames,
    List<String> nonResourceUrls) {

  /** The name that means all. */
  public static final String ALL = "*";

  public PolicyRule {
    verbs = List.copyOf(verbs);
    apiGroups = List.copyOf(apiGroups);
    resources = List.copyOf(resources);
    resourceNames = List.copyOf(resourceNames);
    nonResourceUrls = List.copyOf(nonResourceUrls);
  }

  /** The rules that are written in a Role or ClusterRole. */
  public static List<PolicyRule> of(KubernetesObject role) {
    return role.root().get("rules").items().stream()
        .filter(Field::isMapping)
        .map(PolicyRule::read)
        .toList();
  }

  private static PolicyRule read(Field rule) {
    return new PolicyRule(
        Optional.of(rule),
        texts(rule.get("verbs")),
        texts(rule.get("apiGroups")),
        texts(rule.get("resources")),
        texts(rule.get("resourceNames")),
        texts(rule.get("nonResourceURLs")));
  }

  private static List<String> texts(Field list) {
    return list.items().stream().map(Field::text).toList();
  }

  /**
   * Whether the rule lets a request through. A rule with resource names allows no request about any
   * object, and none that names no object: those to create one or to delete all of them.
   */
  public boolean allows(Access access) {
    return concerns(access)
        && (resourceNames.isEmpty() || access.name().map(resourceNames::contains).orElse(false));
  }

  /**
   * Whether there is an object for which the rule lets a request through: one that is among the
   * resource names, if there are any. A request to list or watch can name one as well, by {@code
   * metadata.name}.
   */
  public boolean allowsSome(Access access) {
    if (resourceNames.isEmpty() || access.name().isPresent()) {
      return allows(access);
    }
    boolean nameless =
        access.verb().equals("deletecollection")
            || access.verb().equals("create") && access.subresource().isEmpty();
    return concerns(access) && !nameless;
  }

  /** Whether the rule lets a request for a path of the API server through. */
  public boolean allowsUrl(String verb, String url) {
    return has(verbs, verb) && nonResourceUrls.stream().anyMatch(known -> covers(known, url));
  }

  /** Whether the rule is about some objects only. */
  public boolean isNamed() {
    return !resourceNames.isEmpty();
  }

  private boolean concerns(Access access) {
    return has(verbs, access.verb())
        && has(apiGroups, access.group())
        && (has(resources, access.resource())
            || !access.subresource().isEmpty()
                && resources.contains(ALL + "/" + access.subresource()));
  }

  private static boolean has(List<String> names, String name) {
    return names.contains(ALL) || names.contains(name);
  }

  private static boolean covers(String known, String url) {
    return known.endsWith(ALL)
        ? url.startsWith(known.substring(0, known.length() - 1))
        : known.equals(url);
  }
}
