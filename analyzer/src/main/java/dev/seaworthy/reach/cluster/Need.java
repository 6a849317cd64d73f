package dev.seaworthy.reach.cluster;

import dev.seaworthy.rbac.Access;
import dev.seaworthy.rbac.PolicyRule;
import dev.seaworthy.rbac.RbacGraph;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something that an account needs to be allowed for a step: one of several requests is enough. */
enum Need {
  EVERYTHING(all("*", "*", "*")),
  READ_SECRETS(all("", "secrets", "list", "get", "watch")),
  /** To read secrets of which one may choose the name oneself. */
  READ_OWN_SECRETS(some("", "secrets", "get", "list", "watch")),
  CREATE_SECRETS(all("", "secrets", "create")),
  /** To run a command in a pod, from Kubernetes 1.35 on. */
  EXEC(all("", "pods/exec", "create")),
  /** To run a command in a pod before, when the connection could start with {@code get}. */
  EXEC_BY_GET(all("", "pods/exec", "get")),
  /** To put another image into a pod. */
  CHANGE_PODS(some("", "pods", "update", "patch")),
  ADD_CONTAINERS(all("", "pods/ephemeralcontainers", "update", "patch")),
  KUBELETS(all("", "nodes/proxy", "get", "create")),
  MAKE_TOKENS(all("", "serviceaccounts/token", "create")),
  MAKE_SOME_TOKENS(some("", "serviceaccounts/token", "create")),
  MAKE_TOKENS_OF_CONTROLLERS(
      all("", "serviceaccounts/token", "create"), controllers("serviceaccounts/token", "create")),
  IMPERSONATE_ACCOUNTS(all("", "serviceaccounts", "impersonate")),
  IMPERSONATE_SOME_ACCOUNTS(some("", "serviceaccounts", "impersonate")),
  IMPERSONATE_CONTROLLERS(
      all("", "serviceaccounts", "impersonate"), controllers("serviceaccounts", "impersonate")),
  /** To act as a user whom the API server trusts with most of what there is. */
  IMPERSONATE_USERS(named("", "users", "impersonate", "system:kube-controller-manager")),
  IMPERSONATE_SOME_USERS(some("", "users", "impersonate")),
  IMPERSONATE_SOMEBODY(
      some("", "users", "impersonate"), some("", "serviceaccounts", "impersonate")),
  IMPERSONATE_MASTERS(named("", "groups", "impersonate", "system:masters")),
  CREATE_VOLUMES(all("", "persistentvolumes", "create")),
  CHANGE_NAMESPACES(some("", "namespaces", "update", "patch")),

  /** To create pods, or what has pods created. */
  RUN_PODS(
      all("", "pods", "create"),
      some("apps", "deployments", "create", "update", "patch"),
      some("apps", "daemonsets", "create", "update", "patch"),
      some("apps", "statefulsets", "create", "update", "patch"),
      some("apps", "replicasets", "create", "update", "patch"),
      some("", "replicationcontrollers", "create", "update", "patch"),
      some("batch", "jobs", "create"),
      some("batch", "cronjobs", "create", "update", "patch")),

  ESCALATE_CLUSTER_ROLES(some(RbacGraph.GROUP, "clusterroles", "escalate")),
  CHANGE_CLUSTER_ROLES(some(RbacGraph.GROUP, "clusterroles", "update", "patch")),
  CREATE_CLUSTER_ROLES(all(RbacGraph.GROUP, "clusterroles", "create")),
  ESCALATE_ROLES(some(RbacGraph.GROUP, "roles", "escalate")),
  CHANGE_ROLES(some(RbacGraph.GROUP, "roles", "update", "patch")),
  /** To give a role by which one runs pods anywhere, or does anything. */
  BIND_ADMINISTRATOR(
      named(RbacGraph.GROUP, "clusterroles", "bind", "cluster-admin", "admin", "edit")),
  BIND_SOME(some(RbacGraph.GROUP, "clusterroles", "bind")),
  BIND_EVERYWHERE(some(RbacGraph.GROUP, "clusterrolebindings", "create", "update", "patch")),
  BIND_IN_NAMESPACE(some(RbacGraph.GROUP, "rolebindings", "create", "update", "patch")),

  REQUEST_CERTIFICATES(all("certificates.k8s.io", "certificatesigningrequests", "create")),
  APPROVE_REQUESTS(
      some("certificates.k8s.io", "certificatesigningrequests/approval", "update", "patch")),
  /** A signer may be named itself, or all of its domain. */
  APPROVE_CLIENTS(
      named(
          "certificates.k8s.io",
          "signers",
          "approve",
          "kubernetes.io/kube-apiserver-client",
          "kubernetes.io/*")),
  APPROVE_KUBELETS(
      named(
          "certificates.k8s.io",
          "signers",
          "approve",
          "kubernetes.io/kube-apiserver-client-kubelet",
          "kubernetes.io/*")),

  MUTATE_OBJECTS(
      some(
          "admissionregistration.k8s.io",
          "mutatingwebhookconfigurations",
          "create",
          "update",
          "patch")),
  SEE_OBJECTS(
      some(
          "admissionregistration.k8s.io",
          "validatingwebhookconfigurations",
          "create",
          "update",
          "patch")),
  MUTATING_POLICIES(
      some(
          "admissionregistration.k8s.io",
          "mutatingadmissionpolicies",
          "create",
          "update",
          "patch")),
  BIND_MUTATING_POLICIES(
      some(
          "admissionregistration.k8s.io",
          "mutatingadmissionpolicybindings",
          "create",
          "update",
          "patch")),
  CHANGE_DRIVERS(some("storage.k8s.io", "csidrivers", "create", "update", "patch"));

  private static final Set<String> RESOURCES =
      Arrays.stream(values())
          .flatMap(need -> need.requests.stream())
          .map(request -> request.access.resource())
          .collect(Collectors.toUnmodifiableSet());

  private final List<Request> requests;

  @SafeVarargs
  @SuppressWarnings("varargs")
  Need(List<Request>... alternatives) {
    this.requests = Stream.of(alternatives).flatMap(List::stream).toList();
  }

  /**
   * A request.
   *
   * @param some whether it is enough to be allowed it for one object that the rule names
   */
  private record Request(Access access, boolean some) {

    boolean isAllowedBy(PolicyRule rule) {
      return some ? rule.allowsSome(access) : rule.allows(access);
    }
  }

  private static List<Request> all(String group, String resource, String... verbs) {
    return Stream.of(verbs)
        .map(verb -> new Request(new Access(verb, group, resource), false))
        .toList();
  }

  private static List<Request> some(String group, String resource, String... verbs) {
    return Stream.of(verbs)
        .map(verb -> new Request(new Access(verb, group, resource), true))
        .toList();
  }

  private static List<Request> named(String group, String resource, String verb, String... names) {
    Access access = new Access(verb, group, resource);
    return Stream.of(names).map(name -> new Request(access.named(name), false)).toList();
  }

  /** The accounts of the cluster's own controllers that make pods or roles. */
  private static List<Request> controllers(String resource, String verb) {
    return named(
        "",
        resource,
        verb,
        "clusterrole-aggregation-controller",
        "daemon-set-controller",
        "deployment-controller",
        "replicaset-controller",
        "replication-controller",
        "statefulset-controller",
        "job-controller",
        "cronjob-controller");
  }

  /** Whether a rule is about anything that any need is about. */
  static boolean isConcernedBy(PolicyRule rule) {
    return rule.resources().stream()
        .anyMatch(resource -> resource.startsWith(PolicyRule.ALL) || RESOURCES.contains(resource));
  }

  /**
   * Those of the requests that a rule lets through, the most telling first.
   *
   * @param everywhere whether the rule holds for what is in no namespace as well
   */
  List<Access> allowedBy(PolicyRule rule, boolean everywhere) {
    return requests.stream()
        .filter(request -> everywhere || !request.access.isClusterWide())
        .filter(request -> request.isAllowedBy(rule))
        .map(Request::access)
        .toList();
  }
}
