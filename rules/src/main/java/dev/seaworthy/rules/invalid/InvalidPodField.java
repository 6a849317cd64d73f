package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Flags fields of a pod that do not fit its other fields, or the kind that makes it: deadlines of
 * pods that run for ever, host names that something else gives, and name servers that are missing.
 */
public final class InvalidPodField implements WholePodRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-pod-field", "field does not fit the pod")
          .category("invalid")
          .remediation("Remove the field, or the other one that it does not fit.")
          .references(
              "https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-dns-config",
              "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/")
          .build();

  private static final Set<GroupKind> RUN_FOR_EVER =
      Set.of(
          GroupKind.core("ReplicationController"),
          new GroupKind("apps", "DaemonSet"),
          new GroupKind("apps", "Deployment"),
          new GroupKind("apps", "ReplicaSet"),
          new GroupKind("apps", "StatefulSet"));

  private static final int MOST_SERVERS = 3;
  private static final int MOST_SEARCHES = 32;
  private static final int MAX_NAME = 253;

  private static final Pattern SEARCH = names("[a-z0-9](?:[-a-z0-9]*+(?<!-))?");
  private static final Pattern RELAXED_SEARCH = names("_?[a-z0-9](?:[-_a-z0-9]*+(?<![-_]))?");

  private static Pattern names(String label) {
    return Pattern.compile(label + "(?:\\." + label + ")*");
  }

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void judge(Workload workload, Violations violations) {
    Field spec = workload.spec();
    GroupKind kind = GroupKind.of(workload.object());
    Field deadline = spec.get("activeDeadlineSeconds");
    if (RUN_FOR_EVER.contains(kind) && deadline.isPresent()) {
      violations.report(
          deadline,
          "the pods of a " + kind.kind() + " run for ever and have no 'activeDeadlineSeconds'");
    }
    if (!WholePodRule.isTemplate(workload)) {
      checkNode(spec, violations);
    }
    // older servers drop the field
    if (workload.cluster().version().isAtLeast(1, 35)) {
      checkHostname(workload, violations);
    }
    checkDns(spec, workload.cluster().version(), violations);
  }

  private static void checkNode(Field spec, Violations violations) {
    Field node = spec.get("nodeName");
    Field gates = spec.get("schedulingGates");
    if (!node.text().isEmpty() && !gates.items().isEmpty()) {
      violations.report(
          Violation.at(node, "a pod that waits for its 'schedulingGates' has no 'nodeName'")
              .with(gates, "these are the gates"));
    }
  }

  private static void checkHostname(Workload workload, Violations violations) {
    Field name = workload.spec().get("hostnameOverride");
    for (Field other :
        List.of(workload.spec().get("setHostnameAsFQDN"), workload.spec().get("hostNetwork"))) {
      if (name.isPresent() && other.isTrue()) {
        violations.report(
            Violation.at(
                    name,
                    "'hostnameOverride' excludes '" + other.path().name() + "', which is true")
                .with(other, "this is the other"));
      }
    }
  }

  private static void checkDns(Field spec, KubernetesVersion version, Violations violations) {
    Field policy = spec.get("dnsPolicy");
    Field config = spec.get("dnsConfig");
    Field servers = config.get("nameservers");
    if (policy.text().equals("None") && servers.items().isEmpty()) {
      violations.report(
          Violation.at(servers, "'dnsPolicy' 'None' needs a name server in 'dnsConfig'")
              .with(policy, "this is the policy"));
    }
    checkNumber(servers, MOST_SERVERS, violations);
    Field searches = config.get("searches");
    checkNumber(searches, MOST_SEARCHES, violations);
    for (Field search : searches.items()) {
      checkSearch(search, version.isAtLeast(1, 32), violations);
    }
  }

  private static void checkNumber(Field list, int most, Violations violations) {
    int number = list.items().size();
    if (number > most) {
      violations.report(
          list.item(most),
          "'" + list.path().name() + "' has " + number + " items, and " + most + " are allowed");
    }
  }

  /** Since 1.32, a feature gate allows what libc does. */
  private static void checkSearch(Field search, boolean relaxed, Violations violations) {
    String text = search.string().orElse("");
    boolean root = relaxed && text.equals(".");
    if (!search.string().isPresent() || root || Placeholder.isIn(text)) {
      return;
    }
    String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    Pattern allowed = relaxed ? RELAXED_SEARCH : SEARCH;
    if (name.length() > MAX_NAME || !allowed.matcher(name).matches()) {
      violations.report(
          search, "'" + text + "' is no domain to search in, such as 'svc.example.com'");
    }
  }
}
