package dev.seaworthy.rego.policy;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.ParameterizedRule;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A native policy: a package with a set {@code findings}, evaluated once for each pod. */
final class PolicyRule implements ObjectRule, ParameterizedRule {

  private static final RegoString PARAMS = new RegoString("params");

  private final RuleMetadata metadata;
  private final Judgement.Evaluator findings;
  private final RegoLocation place;
  private final PolicySources sources;
  private final RegoObject parameters;

  /**
   * @param findings evaluates the set {@code findings}
   * @param place where it is defined
   */
  PolicyRule(
      RuleMetadata metadata,
      Judgement.Evaluator findings,
      RegoLocation place,
      PolicySources sources) {
    this(metadata, findings, place, sources, Parameters.input(metadata.parameters(), Map.of()));
  }

  private PolicyRule(
      RuleMetadata metadata,
      Judgement.Evaluator findings,
      RegoLocation place,
      PolicySources sources,
      RegoObject parameters) {
    this.metadata = metadata;
    this.findings = findings;
    this.place = place;
    this.sources = sources;
    this.parameters = parameters;
  }

  @Override
  public Rule withParameters(Map<String, ParameterValue> values) {
    RegoObject input = Parameters.input(metadata.parameters(), values);
    return new PolicyRule(metadata, findings, place, sources, input);
  }

  @Override
  public RuleMetadata metadata() {
    return metadata;
  }

  @Override
  public void check(KubernetesObject object, Violations violations) {
    Judgement judgement = new Judgement(metadata, object, sources);
    FindingReader reader = new FindingReader(object);
    List<RegoObject> inputs = PolicyInput.of(object).inputs();
    // what concerns the object as a whole is found again for each of its pods
    Set<RegoValue> reported = inputs.size() > 1 ? new HashSet<>() : Set.of();
    for (RegoObject input : inputs) {
      Optional<RegoValue> value =
          judgement.evaluate(findings, withParameters(input), RegoObject.EMPTY);
      for (RegoValue finding : value.map(found -> items(found, judgement)).orElse(List.of())) {
        if (inputs.size() == 1 || reported.add(finding)) {
          report(finding, reader, judgement, violations);
        }
      }
      if (judgement.isExhausted()) {
        break;
      }
    }
    judgement.end();
  }

  private RegoObject withParameters(RegoObject input) {
    return parameters.size() == 0 ? input : input.with(PARAMS, parameters);
  }

  private void report(
      RegoValue finding, FindingReader reader, Judgement judgement, Violations violations) {
    try {
      violations.report(reader.read(finding));
    } catch (FindingReader.MalformedFindingException e) {
      judgement.malformed(place, String.valueOf(e.getMessage()));
    }
  }

  private Iterable<RegoValue> items(RegoValue value, Judgement judgement) {
    if (value instanceof RegoSet set) {
      return set;
    }
    if (value instanceof RegoArray array) {
      return array;
    }
    judgement.malformed(place, "'findings' is no set but " + Excerpts.of(value));
    return List.of();
  }
}
