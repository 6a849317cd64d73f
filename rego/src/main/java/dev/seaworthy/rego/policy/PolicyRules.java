package dev.seaworthy.rego.policy;

import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds the rules in packages: native ones, and those in Conftest's style. */
final class PolicyRules {

  private final PolicyQuery.Source queries;
  private final PolicySources sources;
  private final RuleFactory factory;
  private final Set<String> namespaces;

  /**
   * @param namespaces the packages in Conftest's style
   */
  PolicyRules(
      PolicyQuery.Source queries,
      PolicySources sources,
      RuleFactory factory,
      Set<String> namespaces) {
    this.queries = queries;
    this.sources = sources;
    this.factory = factory;
    this.namespaces = namespaces;
  }

  /** The rules of a package, if it has any. */
  List<Rule> rules(PolicyPackage policy, Consumer<Problem> problems) {
    Map<String, RegoLocation> names = policy.rules();
    List<Rule> rules = new ArrayList<>();
    RegoLocation findings = names.get(RuleFactory.FINDINGS);
    if (findings != null) {
      add(rules, findings, problems, () -> nativeRule(policy, findings));
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
    return factory.nativeRule(
        policy.path(),
        policy.metadata(RuleFactory.FINDINGS),
        queries.query(policy.reference(RuleFactory.FINDINGS)),
        place);
  }

  private Rule conftestRule(PolicyPackage policy, ConftestName name, RegoLocation place)
      throws RegoException {
    Optional<Judgement.Evaluator> exceptions =
        policy.rules().containsKey(RuleFactory.EXCEPTION)
            ? Optional.of(queries.query(policy.reference(RuleFactory.EXCEPTION)))
            : Optional.empty();
    return factory.conftestRule(
        policy.name(),
        name,
        policy.ruleMetadata(name.toString()).orElse(RegoObject.EMPTY),
        queries.query(policy.reference(name.toString())),
        exceptions,
        place);
  }
}
