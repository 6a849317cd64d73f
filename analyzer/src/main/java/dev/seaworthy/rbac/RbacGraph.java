package dev.seaworthy.rbac;

import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may do what, from the scanned RBAC objects. */
public final class RbacGraph {

  /** The group of the RBAC API. */
  public static final String GROUP = "rbac.authorization.k8s.io";

  public static final GroupKind ROLE = new GroupKind(GROUP, "Role");
  public static final GroupKind CLUSTER_ROLE = new GroupKind(GROUP, "ClusterRole");
  public static final GroupKind ROLE_BINDING = new GroupKind(GROUP, "RoleBinding");
  public static final GroupKind CLUSTER_ROLE_BINDING = new GroupKind(GROUP, "ClusterRoleBinding");

  private static final Set<GroupKind> KINDS =
      Set.of(ROLE, CLUSTER_ROLE, ROLE_BINDING, CLUSTER_ROLE_BINDING);

  private final ScannedObjects scanned;
  private final Map<Account, List<Subject>> byAccount = new HashMap<>();

  private RbacGraph(ScannedObjects scanned) {
    this.scanned = scanned;
    for (GroupKind kind : List.of(CLUSTER_ROLE_BINDING, ROLE_BINDING)) {
      for (KubernetesObject binding : scanned.own(kind)) {
        for (Subject subject : Subject.of(binding)) {
          if (subject.kind().equals(Subject.SERVICE_ACCOUNT)) {
            Account account = new Account(subject.namespace(), subject.name());
            byAccount.computeIfAbsent(account, unused -> new ArrayList<>(1)).add(subject);
          }
        }
      }
    }
  }

  /** The kinds of the objects that the graph is made of, for rules that ask for it. */
  public static Set<GroupKind> kinds() {
    return KINDS;
  }

  /** The graph of all scanned objects, made when it is first asked for. */
  public static RbacGraph of(ScannedObjects scanned) {
    return scanned.derived(RbacGraph.class, RbacGraph::new);
  }

  /** All rules that an account gets. */
  public List<Grant> grants(Account account) {
    List<Grant> grants = new ArrayList<>();
    for (Subject subject : byAccount.getOrDefault(account, List.of())) {
      for (PolicyRule rule : rules(subject.binding())) {
        grants.add(
            new Grant(
                rule,
                role(subject.binding()),
                subject.binding().root().get("roleRef", "name").text(),
                subject.binding(),
                subject.field(),
                scope(subject.binding())));
      }
    }
    return List.copyOf(grants);
  }

  /** The rules of an account that let a request through. */
  public List<Grant> allowing(Account account, Access access) {
    return grants(account).stream().filter(grant -> grant.rule().allows(access)).toList();
  }

  /** The rules that a binding gives, those of aggregated roles included. */
  public List<PolicyRule> rules(KubernetesObject binding) {
    return role(binding).map(PolicyRule::of).orElse(List.of());
  }

  /** The role that a binding names, if it was scanned. */
  public Optional<KubernetesObject> role(KubernetesObject binding) {
    String name = binding.root().get("roleRef", "name").text();
    boolean clusterWide = binding.root().get("roleRef", "kind").text().equals("ClusterRole");
    List<KubernetesObject> found =
        clusterWide
            ? scanned.named(CLUSTER_ROLE, name, binding)
            : scanned.neighbours(ROLE, name, binding);
    return found.stream().findFirst();
  }

  /** The roles that bindings name and that are neither scanned nor built in. */
  public List<MissingRole> missing() {
    return List.of();
  }

  private static Optional<String> scope(KubernetesObject binding) {
    return binding.kind().equals("RoleBinding")
        ? Optional.of(binding.namespace().orElse(""))
        : Optional.empty();
  }
}
