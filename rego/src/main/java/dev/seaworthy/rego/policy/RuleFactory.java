package dev.seaworthy.rego.policy;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes rules of what policies define, whatever evaluates them. */
final class RuleFactory {

  /** The set that makes a package a rule. */
  static final String FINDINGS = "findings";

  /** The rule that makes exceptions from rules in Conftest's style. */
  static final String EXCEPTION = "exception";

  private final PolicySources sources;
  private final String folder;

  /**
   * @param folder what the names of analysed files are relative to; may be empty
   */
  RuleFactory(PolicySources sources, String folder) {
    this.sources = sources;
    this.folder = folder;
  }

  /**
   * A native rule.
   *
   * @param path the package
   * @param block its metadata
   * @throws IllegalArgumentException if the metadata is wrong
   */
  Rule nativeRule(
      List<String> path, RegoObject block, Judgement.Evaluator findings, RegoLocation place) {
    String id = path.get(path.size() - 1).replace('_', '-');
    RuleMetadata metadata = metadata(block, id, "policy '" + id + "'", Severity.MEDIUM, place);
    return new PolicyRule(metadata, findings, place, sources);
  }

  /**
   * A rule in Conftest's style.
   *
   * @param namespace the package, with dots
   * @param block its metadata
   * @param exceptions evaluates {@link #EXCEPTION}, if the package has it
   * @throws IllegalArgumentException if the metadata is wrong
   */
  Rule conftestRule(
      String namespace,
      ConftestName name,
      RegoObject block,
      Judgement.Evaluator messages,
      Optional<Judgement.Evaluator> exceptions,
      RegoLocation place) {
    String prefix = namespace.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-");
    String title = "rule '" + name + "' of package '" + namespace + "'";
    RuleMetadata metadata = metadata(block, prefix + "/" + name, title, name.severity(), place);
    return new ConftestRule(metadata, name, messages, exceptions, place, sources, folder);
  }

  private static RuleMetadata metadata(
      RegoObject block, String id, String title, Severity severity, RegoLocation place) {
    String remediation = "See '" + place.file() + "' for what it demands.";
    return new PolicyMetadata(block)
        .read(new PolicyMetadata.Defaults(id, title, severity, remediation));
  }
}
