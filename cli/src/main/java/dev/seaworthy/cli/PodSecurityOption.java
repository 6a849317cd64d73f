package dev.seaworthy.cli;

import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.podsecurity.PodSecurity;
import dev.seaworthy.podsecurity.PodSecurityLevel;
import dev.seaworthy.podsecurity.PodSecurityVersion;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rules.podsecurity.PodSecurityRules;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * {@code --pod-security LEVEL[:VERSION]}.
 *
 * @param level none of the checks where it is {@code privileged}
 * @param version as asked for; a cluster judges none later than its own
 */
record PodSecurityOption(PodSecurityLevel level, PodSecurityVersion version) {

  private static final PodSecurityOption OFF =
      new PodSecurityOption(PodSecurityLevel.PRIVILEGED, PodSecurityVersion.LATEST);

  static PodSecurityOption of(ParseResult arguments) throws UsageException {
    if (!arguments.hasMatchedOption(CheckOptions.POD_SECURITY)) {
      return OFF;
    }
    String text = arguments.matchedOptionValue(CheckOptions.POD_SECURITY, "");
    String[] parts = text.split(":", 2);
    Optional<PodSecurityLevel> level = PodSecurityLevel.of(parts[0]);
    Optional<PodSecurityVersion> version = version(parts.length > 1 ? parts[1] : "latest");
    if (level.isEmpty() || version.isEmpty()) {
      throw new UsageException(
          CheckOptions.POD_SECURITY
              + " cannot be '"
              + text
              + "': write a level (privileged, baseline, restricted) and, after a colon, a version"
              + " such as v1.34 or latest");
    }
    return new PodSecurityOption(level.get(), version.get());
  }

  private static Optional<PodSecurityVersion> version(String text) {
    return PodSecurityVersion.of(text.startsWith("1.") ? "v" + text : text);
  }

  /** The rules of all checks, for a cluster of a version. */
  List<Rule> rules(KubernetesVersion cluster) {
    return PodSecurityRules.of(level, version.onCluster(cluster));
  }

  /** The ids of the rules that do anything. */
  List<String> ruleIds(KubernetesVersion cluster) {
    return PodSecurity.checks(level, version.onCluster(cluster)).stream()
        .map(PodSecurityRules::id)
        .toList();
  }
}
