package dev.seaworthy.rules.admission;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.podsecurity.NamespacePolicy;
import dev.seaworthy.podsecurity.NamespacePolicy.Invalid;
import dev.seaworthy.podsecurity.NamespacePolicy.Mode;
import dev.seaworthy.podsecurity.PodSecurityLevel;
import dev.seaworthy.podsecurity.PodSecurityVersion;
import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Suggestions;
import dev.seaworthy.rule.Violations;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Flags Pod Security labels of namespaces that do not mean what they seem to. */
public final class PodSecurityLabelInvalid implements ObjectRule {

  private static final List<String> LABELS =
      Arrays.stream(Mode.values())
          .flatMap(mode -> Stream.of(mode.id(), mode.id() + "-version"))
          .map(NamespacePolicy.PREFIX::concat)
          .toList();

  private static final List<String> LEVELS =
      Arrays.stream(PodSecurityLevel.values()).map(PodSecurityLevel::id).toList();

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("pod-security-label-invalid", "label of Pod Security means nothing")
          .severity(Severity.MEDIUM)
          .category("admission")
          .remediation(
              "Write a level ('privileged', 'baseline', 'restricted'), or a version such as"
                  + " 'v1.34' or 'latest'.")
          .references(
              "https://kubernetes.io/docs/concepts/security/pod-security-admission/",
              "https://kubernetes.io/docs/reference/labels-annotations-taints/")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(KubernetesObject object, Violations violations) {
    if (!GroupKind.of(object).equals(NamespacePolicy.NAMESPACE)) {
      return;
    }
    for (Invalid invalid : new NamespacePolicy(object).invalid()) {
      violations.report(invalid.label(), invalid.level() ? level(invalid) : version(invalid));
    }
    for (Field label : object.root().get("metadata", "labels").members()) {
      String name = label.path().name();
      if (name.startsWith(NamespacePolicy.PREFIX) && !LABELS.contains(name)) {
        violations.report(
            label, "label '" + name + "' has no effect" + Suggestions.didYouMean(name, LABELS));
      }
    }
  }

  private static String level(Invalid invalid) {
    String written = invalid.label().text();
    String meaning =
        invalid.mode() == Mode.ENFORCE
            ? "enforces 'restricted'"
            : "does not " + invalid.mode().id();
    return "'"
        + written
        + "' is no level of Pod Security: the API server refuses a new namespace with it, and in"
        + " one that has it already "
        + meaning
        + Suggestions.didYouMean(written, LEVELS);
  }

  private static String version(Invalid invalid) {
    String written = invalid.label().text();
    boolean prefix = PodSecurityVersion.of("v" + written).isPresent();
    return "'"
        + written
        + "' is no version of Pod Security: the API server refuses a new namespace with it, and in"
        + " one that has it already judges as 'latest'"
        + (prefix ? "; did you mean 'v" + written + "'?" : "");
  }
}
