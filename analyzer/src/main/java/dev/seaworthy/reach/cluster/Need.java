package dev.seaworthy.reach.cluster;

import dev.seaworthy.rbac.Access;
import dev.seaworthy.rbac.Grant;
import dev.seaworthy.rbac.PolicyRule;
import dev.seaworthy.rbac.RbacGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Requests of which one is enough for something.
 *
 * @param accesses the requests, the most telling first
 * @param some whether it is enough to be allowed that for one object that the rule names
 */
record Need(List<Access> accesses, boolean some) {

  static final Need EVERYTHING = all(PolicyRule.ALL, PolicyRule.ALL, PolicyRule.ALL);
  static final Need READ_SECRETS = all("", "secrets", "list", "get", "watch");
  static final Need CREATE_SECRETS = all("", "secrets", "create");
  static final Need EXEC = all("", "pods/exec", "create", "get");
  static final Need ADD_CONTAINERS = all("", "pods/ephemeralcontainers", "update", "patch");
  static final Need KUBELETS = all("", "nodes/proxy", "get", "create");
  static final Need MAKE_TOKENS = all("", "serviceaccounts/token", "create");
  static final Need IMPERSONATE_ACCOUNTS = all("", "serviceaccounts", "impersonate");
  static final Need CREATE_VOLUMES = all("", "persistentvolumes", "create");

  /** To create pods, or what has pods created. */
  static final Need RUN_PODS =
      all("", "pods", "create")
          .or(some("apps", "deployments", "create", "update", "patch"))
          .or(some("apps", "daemonsets", "create", "update", "patch"))
          .or(some("apps", "statefulsets", "create", "update", "patch"))
          .or(some("apps", "replicasets", "create", "update", "patch"))
          .or(some("", "replicationcontrollers", "create", "update", "patch"))
          .or(some("batch", "jobs", "create"))
          .or(some("batch", "cronjobs", "create", "update", "patch"));

  static final Need ESCALATE_CLUSTER_ROLES = some(RbacGraph.GROUP, "clusterroles", "escalate");
  static final Need CHANGE_CLUSTER_ROLES = some(RbacGraph.GROUP, "clusterroles", "update", "patch");
  static final Need ESCALATE_ROLES = some(RbacGraph.GROUP, "roles", "escalate");
  static final Need CHANGE_ROLES = some(RbacGraph.GROUP, "roles", "update", "patch");
  static final Need BIND_ADMINISTRATOR =
      named(new Access("bind", RbacGraph.GROUP, "clusterroles").named("cluster-admin"));
  static final Need BIND_EVERYWHERE =
      some(RbacGraph.GROUP, "clusterrolebindings", "create", "update", "patch");
  static final Need BIND_IN_NAMESPACE =
      some(RbacGraph.GROUP, "rolebindings", "create", "update", "patch");

  /** A user whom the API server trusts with most of what there is. */
  static final Need IMPERSONATE_USERS =
      named(new Access("impersonate", "", "users").named("system:kube-controller-manager"));

  static final Need IMPERSONATE_SOMEBODY =
      some("", "users", "impersonate").or(some("", "serviceaccounts", "impersonate"));
  static final Need IMPERSONATE_MASTERS =
      named(new Access("impersonate", "", "groups").named("system:masters"));

  private static final String CERTIFICATES = "certificates.k8s.io";

  static final Need REQUEST_CERTIFICATES =
      all(CERTIFICATES, "certificatesigningrequests", "create");
  static final Need APPROVE_REQUESTS =
      some(CERTIFICATES, "certificatesigningrequests/approval", "update", "patch");
  static final Need APPROVE_CLIENTS = signer("kubernetes.io/kube-apiserver-client");
  static final Need APPROVE_KUBELETS = signer("kubernetes.io/kube-apiserver-client-kubelet");

  private static final String ADMISSION = "admissionregistration.k8s.io";

  static final Need MUTATE_OBJECTS =
      some(ADMISSION, "mutatingwebhookconfigurations", "create", "update", "patch");
  static final Need SEE_OBJECTS =
      some(ADMISSION, "validatingwebhookconfigurations", "create", "update", "patch");
  static final Need MUTATING_POLICIES =
      some(ADMISSION, "mutatingadmissionpolicies", "create", "update", "patch");
  static final Need BIND_MUTATING_POLICIES =
      some(ADMISSION, "mutatingadmissionpolicybindings", "create", "update", "patch");
  static final Need CHANGE_DRIVERS =
      some("storage.k8s.io", "csidrivers", "create", "update", "patch");

  private static final Set<String> RESOURCES =
      Stream.of(
              READ_SECRETS,
              CREATE_SECRETS,
              EXEC,
              ADD_CONTAINERS,
              KUBELETS,
              MAKE_TOKENS,
              CREATE_VOLUMES,
              RUN_PODS,
              ESCALATE_CLUSTER_ROLES,
              ESCALATE_ROLES,
              BIND_EVERYWHERE,
              BIND_IN_NAMESPACE,
              IMPERSONATE_SOMEBODY,
              IMPERSONATE_MASTERS,
              REQUEST_CERTIFICATES,
              APPROVE_REQUESTS,
              APPROVE_CLIENTS,
              MUTATE_OBJECTS,
              SEE_OBJECTS,
              MUTATING_POLICIES,
              BIND_MUTATING_POLICIES,
              CHANGE_DRIVERS)
          .flatMap(need -> need.accesses.stream().map(Access::resource))
          .collect(Collectors.toUnmodifiableSet());

  Need {
    accesses = List.copyOf(accesses);
  }

  private static Need all(String group, String resource, String... verbs) {
    return new Need(requests(group, resource, verbs), false);
  }

  private static Need some(String group, String resource, String... verbs) {
    return new Need(requests(group, resource, verbs), true);
  }

  private static Need named(Access access) {
    return new Need(List.of(access), false);
  }

  /** A signer may be named itself, or all of its domain. */
  private static Need signer(String name) {
    Access approve = new Access("approve", CERTIFICATES, "signers");
    return new Need(List.of(approve.named(name), approve.named("kubernetes.io/*")), false);
  }

  private static List<Access> requests(String group, String resource, String... verbs) {
    List<Access> accesses = new ArrayList<>();
    for (String verb : verbs) {
      accesses.add(new Access(verb, group, resource));
    }
    return accesses;
  }

  private Need or(Need other) {
    List<Access> more = new ArrayList<>(accesses);
    more.addAll(other.accesses);
    return new Need(more, some || other.some);
  }

  /** The same, where it is enough to be allowed it for one object that the rule names. */
  Need ofSome() {
    return new Need(accesses, true);
  }

  /** Whether a rule is about anything that any of the needs here is about. */
  static boolean isConcernedBy(PolicyRule rule) {
    return rule.resources().stream()
        .anyMatch(resource -> resource.startsWith(PolicyRule.ALL) || RESOURCES.contains(resource));
  }

  /** Those of the requests that a grant lets through. */
  List<Access> allowedBy(Grant grant) {
    return accesses.stream()
        .filter(access -> some ? grant.allowsSome(access) : grant.allows(access))
        .toList();
  }
}
