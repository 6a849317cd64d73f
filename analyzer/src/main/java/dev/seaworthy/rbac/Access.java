package dev.seaworthy.rbac;

import java.util.Optional;

/**
 * A request to the API server about a resource.
 *
 * <p>To ask for {@code *} is to ask for a rule that says so.
 *
 * @param verb such as {@code get}
 * @param group the API group; empty for the core group
 * @param resource the plural name, with the subresource after a slash: {@code pods/exec}
 * @param name the object; empty for any object, and for requests that name none, such as to list
 */
public record Access(String verb, String group, String resource, Optional<String> name) {

  /** A request about any object of a resource. */
  public Access(String verb, String group, String resource) {
    this(verb, group, resource, Optional.empty());
  }

  /** The same request about one object. */
  public Access named(String object) {
    return new Access(verb, group, resource, Optional.of(object));
  }

  /**
   * Whether it is about what is in no namespace, so that no role that is bound in one gives it. A
   * resource that is unknown counts as being in one.
   */
  public boolean isClusterWide() {
    return ClusterResources.contain(this);
  }

  /** The part after the slash; empty if the request is about the resource itself. */
  public String subresource() {
    int slash = resource.indexOf('/');
    return slash < 0 ? "" : resource.substring(slash + 1);
  }

  /** Returns {@code get secrets}, {@code get apps/deployments 'web'}. */
  @Override
  public String toString() {
    String qualified = group.isEmpty() ? resource : group + "/" + resource;
    return verb + " " + qualified + name.map(object -> " '" + object + "'").orElse("");
  }
}
