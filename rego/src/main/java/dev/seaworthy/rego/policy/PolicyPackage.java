package dev.seaworthy.rego.policy;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.syntax.Module;
import dev.seaworthy.rego.syntax.Rule;
import dev.seaworthy.rego.syntax.Term;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoText;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A package with all of its files.
 *
 * @param path after {@code data}
 * @param modules at least one, by file
 */
record PolicyPackage(List<String> path, List<Module> modules) {

  /** The packages of modules, by name. */
  static Collection<PolicyPackage> of(Collection<Module> modules) {
    Map<String, PolicyPackage> packages = new TreeMap<>();
    for (Module module : modules) {
      String name = String.join(".", module.packagePath());
      packages
          .computeIfAbsent(name, n -> new PolicyPackage(module.packagePath(), new ArrayList<>()))
          .modules()
          .add(module);
    }
    return packages.values();
  }

  String name() {
    return String.join(".", path);
  }

  RegoLocation place() {
    return modules.get(0).packageLocation();
  }

  /** The rules that have a plain name and no parameters, by name, each where it comes first. */
  Map<String, RegoLocation> rules() {
    Map<String, RegoLocation> rules = new LinkedHashMap<>();
    for (Module module : modules) {
      for (Rule rule : module.rules()) {
        name(rule).ifPresent(name -> rules.putIfAbsent(name, rule.location()));
      }
    }
    return rules;
  }

  /** The metadata of the package, completed and overridden by that of a rule. */
  RegoObject metadata(String rule) {
    RegoObject whole = block("package", Optional.empty()).orElse(RegoObject.EMPTY);
    return ruleMetadata(rule).map(own -> merged(whole, own)).orElse(whole);
  }

  private static RegoObject merged(RegoObject base, RegoObject over) {
    RegoObject.Builder merged = base.toBuilder();
    for (RegoValue key : over.keys()) {
      RegoValue value = Objects.requireNonNull(over.get(key));
      if (base.get(key) instanceof RegoObject known && value instanceof RegoObject more) {
        merged.put(key, merged(known, more));
      } else {
        merged.put(key, value);
      }
    }
    return merged.build();
  }

  /** The metadata of a rule. */
  Optional<RegoObject> ruleMetadata(String rule) {
    return block("document", Optional.of(rule)).or(() -> block("rule", Optional.of(rule)));
  }

  /** A reference to a rule of the package. */
  String reference(String rule) {
    StringBuilder reference = new StringBuilder("data");
    path.forEach(step -> reference.append('[').append(RegoText.quote(step)).append(']'));
    return reference.append('.').append(rule).toString();
  }

  private Optional<RegoObject> block(String scope, Optional<String> rule) {
    for (Module module : modules) {
      for (Module.Annotations block : module.annotations()) {
        boolean same =
            rule.isEmpty()
                || block.rule().flatMap(index -> name(module.rules().get(index))).equals(rule);
        if (block.scope().equals(scope) && same) {
          return Optional.of(block.content());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> name(Rule rule) {
    boolean plain =
        rule.head().ref() instanceof Term.Var && rule.head().kind() != Rule.Kind.FUNCTION;
    return plain ? Optional.of(((Term.Var) rule.head().ref()).name()) : Optional.empty();
  }
}
