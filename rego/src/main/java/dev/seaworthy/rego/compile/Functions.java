package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.builtin.Builtin;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import dev.seaworthy.rego.value.RegoString;
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
  private final BuiltinTable builtins;

  Functions(RuleNode root, BuiltinTable builtins) {
    this.root = root;
    this.builtins = builtins;
  }

  /** Whether the compiler makes such calls of interpolated strings and of prints. */
  static boolean isOfCompiler(Term.Call call) {
    return OF_COMPILER.contains(call.name());
  }

  /** Whether a statement is a print, after the compiler has taken it apart. */
  static boolean isPrint(Statement.Kind kind) {
    return kind instanceof Statement.Holds holds
        && holds.term() instanceof Term.Call call
        && call.name().equals(INTERNAL_PRINT);
  }

  BuiltinTable builtins() {
    return builtins;
  }

  RuleNode root() {
    return root;
  }

  /** Whether something of the policy is called. */
  static boolean isOfPolicy(Term function) {
    return Terms.startsWith(function, "data");
  }

  Optional<Builtin> builtin(Term.Call call) {
    return isOfPolicy(call.function()) ? Optional.empty() : builtins.find(call.name());
  }

  /** Why a built-in that OPA has cannot be called. */
  Optional<String> unsupported(Term.Call call) {
    return isOfPolicy(call.function()) ? Optional.empty() : builtins.unsupported(call.name());
  }

  /** The rules of a function of the policy; empty if there are none. */
  List<RuleDraft> rules(Term function) {
    return Terms.dataPath(function).map(root::find).map(RuleNode::rules).orElse(List.of());
  }

  /** The name of a function, such as {@code data.a.f} or {@code json.marshal}. */
  static String name(Term function) {
    if (Terms.startsWith(function, Names.BUILTINS)) {
      return ((RegoString) ((Term.Scalar) Terms.path(function).get(0)).value()).value();
    }
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
  boolean isBuiltin(Term term) {
    boolean named = term instanceof Term.Var || term instanceof Term.Ref;
    return named && builtins.isKnown(name(term));
  }

  boolean isRelation(String name) {
    return builtins.find(name).map(Builtin::relation).orElse(false);
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
    if (isOfCompiler(call)) {
      return 1;
    }
    String name = call.name();
    if (METADATA.contains(name)) {
      return 0;
    }
    if (name.equals(PRINT)) {
      return call.arguments().size();
    }
    Optional<Integer> arity = builtins.find(name).map(Builtin::arity);
    return arity.orElseGet(
        () -> builtins.unsupported(name).isPresent() ? givenArity(call) : UNKNOWN);
  }

  /** The number of arguments of a function that is not called here. */
  int arityOf(Term function) {
    boolean known = isOfPolicy(function) || builtins.find(name(function)).isPresent();
    return known ? arity(named(function)) : UNKNOWN;
  }

  private static Term.Call named(Term function) {
    Term name =
        Terms.startsWith(function, Names.BUILTINS)
            ? new Term.Var(name(function), function.location())
            : function;
    return new Term.Call(name, List.of(), function.location());
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
