package dev.seaworthy.rego.policy;

import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.bundle.WasmBundle;
import dev.seaworthy.rego.bundle.WasmLimits;
import dev.seaworthy.rego.bundle.WasmPolicy;
import dev.seaworthy.rego.bundle.WasmRuntime;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.source.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Finds the rules in policies that were compiled to WebAssembly: among their entry points. */
final class WasmRules {

  private final Supplier<Optional<WasmRuntime>> runtime;
  private final PolicySources sources;
  private final RuleFactory factory;
  private final Consumer<Problem> problems;

  WasmRules(
      Supplier<Optional<WasmRuntime>> runtime,
      PolicySources sources,
      RuleFactory factory,
      Consumer<Problem> problems) {
    this.runtime = runtime;
    this.sources = sources;
    this.factory = factory;
    this.problems = problems;
  }

  List<Rule> rules(WasmBundle bundle) {
    RegoLocation place = new RegoLocation(bundle.file(), 1, 1, 0, 0);
    Optional<WasmRuntime> known = runtime.get();
    if (known.isEmpty()) {
      report(
          place,
          "nothing here can run a policy that is compiled to WebAssembly",
          "Put the artifact 'seaworthy-rego-wasm' on the class path, or name the policy's source.");
      return List.of();
    }
    try {
      return rules(known.get().load(bundle, WasmLimits.DEFAULT), place);
    } catch (RegoException e) {
      e.errors().forEach(error -> report(place, error.message(), "Its rules do not run."));
      return List.of();
    }
  }

  private List<Rule> rules(WasmPolicy policy, RegoLocation place) {
    List<Rule> rules = new ArrayList<>();
    boolean found = false;
    for (String entrypoint : new TreeSet<>(policy.entrypoints())) {
      try {
        Optional<Rule> rule = rule(policy, entrypoint, place);
        rule.ifPresent(rules::add);
        found |= rule.isPresent();
      } catch (IllegalArgumentException e) {
        found = true;
        report(
            place,
            "the entry point '" + entrypoint + "' can be no rule: " + e.getMessage(),
            "It does not run. Build the policy with another name of the package.");
      }
    }
    if (!found) {
      report(
          place,
          "the policy has no entry point that is a rule, only "
              + String.join(", ", new TreeSet<>(policy.entrypoints())),
          "Build it with an entry point that ends in 'findings', 'deny', 'warn' or 'violation'.");
    }
    return rules;
  }

  private Optional<Rule> rule(WasmPolicy policy, String entrypoint, RegoLocation place) {
    List<String> path = Arrays.asList(entrypoint.split("/"));
    if (path.size() < 2) {
      return Optional.empty();
    }
    List<String> folder = path.subList(0, path.size() - 1);
    Judgement.Evaluator evaluator = (input, more) -> policy.evaluate(entrypoint, input);
    if (path.get(path.size() - 1).equals(RuleFactory.FINDINGS)) {
      return Optional.of(factory.nativeRule(folder, RegoObject.EMPTY, evaluator, place));
    }
    String exception = String.join("/", folder) + "/" + RuleFactory.EXCEPTION;
    Optional<Judgement.Evaluator> exceptions =
        policy.entrypoints().contains(exception)
            ? Optional.of((input, more) -> policy.evaluate(exception, input))
            : Optional.empty();
    return ConftestName.of(path.get(path.size() - 1))
        .map(
            name ->
                factory.conftestRule(
                    String.join(".", folder),
                    name,
                    RegoObject.EMPTY,
                    evaluator,
                    exceptions,
                    place));
  }

  private void report(RegoLocation place, String message, String hint) {
    problems.accept(sources.problem(Optional.of(place), message, hint));
  }
}
