package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.builtin.Builtin;
import dev.seaworthy.rego.builtin.Builtins;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the names that are called stand for. */
final class Functions {

  /** The arity of what is not known. */
  static final int UNKNOWN = -1;

  static final String PRINT = "print";
  static final String METADATA_RULE = "rego.metadata.rule";
  static final String METADATA_CHAIN = "rego.metadata.chain";

  /** What interpolated strings become: a call with an array of sets, each of them a part. */
  static final String TEMPLATE = "internal.template_string";

  /** What prints become: a call with an array of sets, each of them an argument. */
  static final String INTERNAL_PRINT = "internal.print";

  private static final Set<String> METADATA = Set.of(METADATA_RULE, METADATA_CHAIN);
  private static final Set<String> OF_COMPILER = Set.of(TEMPLATE, INTERNAL_PRINT);

  private final RuleNode root;

  Functions(RuleNode root) {
    this.root = root;
  }

  RuleNode root() {
    return root;
  }

  /** Whether something of the policy is called. */
  static boolean isOfPolicy(Term function) {
    return Terms.startsWith(function, "data");
  }

  static Optional<Builtin> builtin(Term.Call call) {
    return isOfPolicy(call.function()) ? Optional.empty() : Builtins.find(call.name());
  }

  /** Why a built-in that OPA has cannot be called. */
  static Optional<String> unsupported(Term.Call call) {
    return isOfPolicy(call.function()) ? Optional.empty() : Builtins.unsupported(call.name());
  }

  /** The rules of a function of the policy; empty if there are none. */
  List<RuleDraft> rules(Term function) {
    return Terms.dataPath(function).map(root::find).map(RuleNode::rules).orElse(List.of());
  }

  /** The name of a function, such as {@code data.a.f} or {@code json.marshal}. */
  static String name(Term function) {
    return new Term.Call(function, List.of(), function.location()).name();
  }

  /** Whether a term names a function: one of the policy, or a built-in. */
  boolean isFunction(Term term) {
    if (isOfPolicy(term)) {
      return rules(term).stream().anyMatch(RuleDraft::isFunction);
    }
    return isBuiltin(term);
  }

  /** Whether a term names a built-in, one that is not supported included. */
  static boolean isBuiltin(Term term) {
    boolean named = term instanceof Term.Var || term instanceof Term.Ref;
    String name = named ? name(term) : "";
    return Builtins.find(name).isPresent() || Builtins.unsupported(name).isPresent();
  }

  /** Whether a {@code with} puts something that is called in the place of a function. */
  boolean isFunctionReplacement(Statement.With with) {
    Term value = with.value();
    boolean ofFunction = isFunction(with.target());
    boolean byDocument = Terms.dataPath(value).map(path -> root.find(path) != null).orElse(false);
    return ofFunction && (byDocument || isBuiltin(value));
  }

  /**
   * The number of arguments a function takes, without one for its result; {@link #UNKNOWN} if there
   * is no such function. Nothing is known of a built-in that is not supported: it takes what it is
   * given.
   */
  int arity(Term.Call call) {
    if (isOfPolicy(call.function())) {
      List<RuleDraft> rules = rules(call.function());
      return rules.isEmpty() ? UNKNOWN : rules.get(0).arguments.size();
    }
    String name = call.name();
    if (OF_COMPILER.contains(name)) {
      return 1;
    }
    if (METADATA.contains(name)) {
      return 0;
    }
    if (name.equals(PRINT)) {
      return call.arguments().size();
    }
    Optional<Integer> arity = Builtins.find(name).map(Builtin::arity);
    return arity.orElseGet(
        () -> Builtins.unsupported(name).isPresent() ? givenArity(call) : UNKNOWN);
  }

  /** The number of arguments of a function that is not called here. */
  int arityOf(Term function) {
    boolean known = isOfPolicy(function) || Builtins.find(name(function)).isPresent();
    return known ? arity(new Term.Call(function, List.of(), function.location())) : UNKNOWN;
  }

  private static int givenArity(Term.Call call) {
    int given = call.arguments().size();
    boolean withResult =
        given > 0
            && call.arguments().get(given - 1) instanceof Term.Var var
            && Names.isGenerated(var.name());
    return withResult ? given - 1 : given;
  }
}
