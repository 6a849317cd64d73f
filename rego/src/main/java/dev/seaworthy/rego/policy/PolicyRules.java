package dev.seaworthy.rego.policy;

import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds the rules in packages: native ones, and those in Conftest's style. */
final class PolicyRules {

  private static final String FINDINGS = "findings";
  private static final String EXCEPTION = "exception";
  private static final String REMEDIATION = "See the policy for what it demands.";

  private final PolicyQuery.Source queries;
  private final PolicySources sources;
  private final Set<String> namespaces;

  /**
   * @param namespaces the packages in Conftest's style
   */
  PolicyRules(PolicyQuery.Source queries, PolicySources sources, Set<String> namespaces) {
    this.queries = queries;
    this.sources = sources;
    this.namespaces = namespaces;
  }

  /** The rules of a package, if it has any. */
  List<Rule> rules(PolicyPackage policy, Consumer<Problem> problems) {
    Map<String, RegoLocation> names = policy.rules();
    List<Rule> rules = new ArrayList<>();
    if (names.containsKey(FINDINGS)) {
      add(rules, names.get(FINDINGS), problems, () -> nativeRule(policy, names.get(FINDINGS)));
    }
    if (namespaces.contains(policy.name())) {
      names.forEach(
          (name, place) ->
              ConftestName.of(name)
                  .ifPresent(
                      known ->
                          add(rules, place, problems, () -> conftestRule(policy, known, place))));
    }
    return rules;
  }

  /** Makes a rule; fails if its metadata is wrong, or its query does not compile. */
  @FunctionalInterface
  private interface Maker {
    Rule make() throws RegoException;
  }

  private void add(List<Rule> rules, RegoLocation place, Consumer<Problem> problems, Maker maker) {
    try {
      rules.add(maker.make());
    } catch (IllegalArgumentException e) {
      problems.accept(
          sources.problem(
              Optional.of(place),
              "the metadata of this rule is wrong: " + e.getMessage(),
              "The rule does not run. Mend the metadata."));
    } catch (RegoException e) {
      e.errors().forEach(error -> problems.accept(sources.notCompiled(error)));
    }
  }

  private Rule nativeRule(PolicyPackage policy, RegoLocation place) throws RegoException {
    String id = policy.path().get(policy.path().size() - 1).replace('_', '-');
    RuleMetadata metadata =
        metadata(policy.metadata(FINDINGS), id, "policy '" + id + "'", Severity.MEDIUM);
    return new PolicyRule(metadata, queries.query(policy.reference(FINDINGS)), place, sources);
  }

  private Rule conftestRule(PolicyPackage policy, ConftestName name, RegoLocation place)
      throws RegoException {
    String namespace = policy.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-");
    String title = "rule '" + name + "' of package '" + policy.name() + "'";
    RegoObject block = policy.ruleMetadata(name.toString()).orElse(RegoObject.EMPTY);
    RuleMetadata metadata = metadata(block, namespace + "/" + name, title, name.severity());
    Optional<Judgement.Evaluator> exceptions =
        policy.rules().containsKey(EXCEPTION)
            ? Optional.of(queries.query(policy.reference(EXCEPTION)))
            : Optional.empty();
    return new ConftestRule(
        metadata,
        name,
        queries.query(policy.reference(name.toString())),
        exceptions,
        place,
        sources);
  }

  private static RuleMetadata metadata(
      RegoObject block, String id, String title, Severity severity) {
    return new PolicyMetadata(block)
        .read(new PolicyMetadata.Defaults(id, title, severity, REMEDIATION));
  }
}
