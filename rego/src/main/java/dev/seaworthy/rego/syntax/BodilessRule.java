package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.RegoLocation;
import java.util.List;
import java.util.Optional;

/** Rules that are written as a statement is: {@code p := 1}, {@code f(x) = y}. */
final class BodilessRule {

  private final TokenStream in;
  private final RegoLocation location;

  private BodilessRule(TokenStream in, RegoLocation location) {
    this.in = in;
    this.location = location;
  }

  static Rule of(
      List<Statement> statements, TokenStream in, RegoLocation location, V1Checks checks) {
    Rule rule = new BodilessRule(in, location).rule(statements);
    checks.checkBodiless(rule);
    return rule;
  }

  private Rule rule(List<Statement> statements) {
    if (statements.size() != 1) {
      throw failure("multiple expressions cannot be used for rule head");
    }
    Signature signature = signature(statements.get(0));
    Body none = new Body(List.of(), location);
    return new Rule(false, signature.head(true), none, Optional.empty(), location);
  }

  private Signature signature(Statement statement) {
    if (!statement.withs().isEmpty()) {
      throw failure("expressions using with keyword cannot be used for rule head");
    }
    if (statement.negated()) {
      throw failure("negated expressions cannot be used for rule head");
    }
    Statement.Kind kind = statement.kind();
    if (kind instanceof Statement.Unify unify) {
      return valued(unify.left(), unify.right());
    }
    if (kind instanceof Statement.Assign assign) {
      return valued(assign.target(), assign.value());
    }
    if (kind instanceof Statement.Holds holds) {
      return bare(holds.term());
    }
    throw failure(
        kind instanceof Statement.Every
            ? "expression cannot be used for rule head"
            : "'some' declarations cannot be used for rule head");
  }

  private Signature valued(Term name, Term value) {
    boolean named =
        name instanceof Term.Var || name instanceof Term.Ref || name instanceof Term.Call;
    if (!named) {
      throw failure(Terms.kindOf(name) + " cannot be used for rule name");
    }
    return signature(name).withValue(value, location);
  }

  private Signature bare(Term name) {
    if (name instanceof Term.Var var && Terms.isRoot(var)) {
      throw failure("refs cannot be used for rule head");
    }
    if (!(name instanceof Term.Ref) && !(name instanceof Term.Call)) {
      throw failure(Terms.kindOf(name) + " cannot be used for rule name");
    }
    Signature signature = signature(name);
    if (name instanceof Term.Call && !signature.isFunction()) {
      throw failure("rule argument list must take at least one argument");
    }
    return signature;
  }

  private Signature signature(Term name) {
    if (name instanceof Term.Call call && isOperator(call)) {
      throw failure("rule name conflicts with built-in function");
    }
    return Signature.of(name)
        .orElseThrow(() -> failure("invalid rule head: " + in.textAt(name.location())));
  }

  /** Whether a call is written as an operator: it does not begin with the name of its function. */
  private static boolean isOperator(Term.Call call) {
    return call.function().location().offset() > call.location().offset();
  }

  private ParseFailure failure(String message) {
    return in.senseless(location, message);
  }
}
