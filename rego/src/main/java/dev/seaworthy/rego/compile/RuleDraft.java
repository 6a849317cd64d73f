package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.syntax.Body;
import dev.seaworthy.rego.syntax.Module;
import dev.seaworthy.rego.syntax.Rule;
import dev.seaworthy.rego.syntax.Term;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A rule on its way through the compiler: each step replaces what it changes. */
final class RuleDraft {

  private final Module module;
  private final int index;
  private final Rule rule;
  private final Optional<RuleDraft> otherwise;

  /** The steps after {@code data}: those of the package are among them. */
  List<Term> ref;

  List<Term> arguments;
  Optional<Term> key;
  Optional<Term> value;
  Body body;

  private RuleDraft(Module module, int index, Rule rule) {
    this.module = module;
    this.index = index;
    this.rule = rule;
    this.otherwise = rule.otherwise().map(next -> new RuleDraft(module, index, next));
    Rule.Head head = rule.head();
    boolean isSet = head.kind() == Rule.Kind.PARTIAL_SET;
    this.ref = ref(module, head);
    this.arguments = head.arguments();
    this.key = isSet ? head.key() : Optional.empty();
    this.value = isSet ? Optional.empty() : Optional.of(head.value().orElseGet(this::holds));
    this.body = rule.body();
  }

  /**
   * @param index the number of the rule in its module
   */
  static RuleDraft of(Module module, int index) {
    return new RuleDraft(module, index, module.rules().get(index));
  }

  private static List<Term> ref(Module module, Rule.Head head) {
    List<Term> ref = new ArrayList<>();
    for (String step : module.packagePath()) {
      ref.add(Terms.string(step, module.packageLocation()));
    }
    ref.add(Terms.string(name(head), head.location()));
    ref.addAll(Terms.path(head.ref()));
    return ref;
  }

  private Term holds() {
    return Terms.constant(RegoBoolean.TRUE, rule.head().location());
  }

  /** What its name starts with. */
  static String name(Rule.Head head) {
    Term name = head.ref() instanceof Term.Ref ref ? ref.head() : head.ref();
    return ((Term.Var) name).name();
  }

  Module module() {
    return module;
  }

  /** The number of the rule in its module. */
  int index() {
    return index;
  }

  RegoLocation location() {
    return rule.location();
  }

  RegoLocation headLocation() {
    return rule.head().location();
  }

  boolean isDefault() {
    return rule.isDefault();
  }

  boolean isFunction() {
    return rule.head().kind() == Rule.Kind.FUNCTION;
  }

  boolean isSet() {
    return rule.head().kind() == Rule.Kind.PARTIAL_SET;
  }

  String name() {
    return name(rule.head());
  }

  /** The rule after {@code else}. */
  Optional<RuleDraft> otherwise() {
    return otherwise;
  }

  /** This rule and those after {@code else}. */
  List<RuleDraft> chain() {
    List<RuleDraft> chain = new ArrayList<>();
    Optional<RuleDraft> next = Optional.of(this);
    while (next.isPresent()) {
      chain.add(next.get());
      next = next.get().otherwise;
    }
    return chain;
  }

  /** The steps before the first that is not constant: where the document is. */
  List<RegoValue> groundPrefix() {
    List<RegoValue> prefix = new ArrayList<>();
    for (Term step : ref) {
      if (!(step instanceof Term.Scalar scalar)) {
        break;
      }
      prefix.add(scalar.value());
    }
    return prefix;
  }

  boolean isGround() {
    for (Term step : ref) {
      if (!(step instanceof Term.Scalar)) {
        return false;
      }
    }
    return true;
  }

  /** The name in messages, such as {@code data.a.b[x]}. */
  String display() {
    return ref.stream().map(RuleDraft::display).collect(Collectors.joining("", "data", ""));
  }

  private static String display(Term step) {
    if (step instanceof Term.Var var) {
      return "[" + Names.original(var.name()) + "]";
    }
    return step instanceof Term.Scalar scalar ? Paths.step(scalar.value()) : "[_]";
  }
}
