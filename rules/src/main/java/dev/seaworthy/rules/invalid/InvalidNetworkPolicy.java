package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.IpRange;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Flags network policies that the API server refuses: a peer that is none or two, an exception
 * outside of its range, a range of ports without a start.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/networking/validation/validation.go">
 *     the checks of the API server</a>
 */
public final class InvalidNetworkPolicy implements WholeObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-network-policy", "network policy is refused")
          .category("invalid")
          .remediation("Correct the rule of the policy: a policy that is refused protects nothing.")
          .references(
              "https://kubernetes.io/docs/concepts/services-networking/network-policies/",
              "https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/")
          .build();

  private static final OneOf PEERS = OneOf.of("podSelector", "namespaceSelector", "ipBlock");
  private static final int POLICY_TYPES = 2;

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<ApiKind> kinds() {
    return Set.of(new ApiKind("networking.k8s.io/v1", "NetworkPolicy"));
  }

  @Override
  public void judge(KubernetesObject object, Violations violations) {
    Field spec = object.root().get("spec");
    checkRules(spec.get("ingress"), "from", violations);
    checkRules(spec.get("egress"), "to", violations);
    List<Field> types = spec.get("policyTypes").items();
    if (types.size() > POLICY_TYPES) {
      violations.report(
          types.get(POLICY_TYPES), "a policy has two types at most, and one is there twice");
    }
  }

  private static void checkRules(Field rules, String peers, Violations violations) {
    for (Field rule : rules.items()) {
      rule.get(peers).items().forEach(peer -> checkPeer(peer, peers, violations));
      rule.get("ports").items().forEach(port -> checkPort(port, violations));
    }
  }

  private static void checkPeer(Field peer, String list, Violations violations) {
    List<Field> given = PEERS.in(peer);
    Field block = peer.get("ipBlock");
    if (given.size() > 1 && block.isPresent()) {
      given.stream()
          .filter(field -> !field.path().equals(block.path()))
          .findFirst()
          .ifPresent(
              selector ->
                  violations.report(
                      Violation.at(
                              block, "a peer has 'ipBlock' or selectors, not both: write two peers")
                          .with(selector, "this is the selector")));
    } else if (given.isEmpty()) {
      PEERS.check(peer, "a peer in '" + list + "'", List.of(), violations);
    }
    Optional<IpRange> range = IpRange.parse(block.get("cidr").text());
    for (Field except : block.get("except").items()) {
      Optional<IpRange> excepted = IpRange.parse(except.text());
      if (range.isPresent() && excepted.isPresent() && !range.get().holds(excepted.get())) {
        violations.report(
            Violation.at(
                    except,
                    "'" + except.text() + "' is no part of '" + block.get("cidr").text() + "'")
                .with(block.get("cidr"), "this is the range"));
      }
    }
  }

  private static void checkPort(Field item, Violations violations) {
    Field port = item.get("port");
    Field end = item.get("endPort");
    Optional<String> name = port.string().filter(text -> !Placeholder.isIn(text));
    if (name.isPresent()) {
      PortValue.checkNumberOrName(port, false, violations);
    }
    if (end.integer().isEmpty()) {
      return;
    }
    if (!port.isPresent()) {
      violations.report(end, "'endPort' needs a 'port' to start from");
    } else if (name.isPresent()) {
      violations.report(
          Violation.at(end, "'endPort' needs a number as 'port', not the name '" + name.get() + "'")
              .with(port, "this is the port"));
    } else if (port.integer().filter(start -> start > end.integer().get()).isPresent()) {
      violations.report(
          Violation.at(end, "'endPort' " + end.text() + " is below 'port' " + port.text())
              .with(port, "this is the port"));
    }
  }
}
