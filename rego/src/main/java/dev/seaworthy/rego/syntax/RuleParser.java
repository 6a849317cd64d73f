package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.RegoLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses rules. */
final class RuleParser {

  private final TokenStream in;
  private final BodyParser bodies;
  private final HeadParser heads;
  private final V1Checks checks;

  RuleParser(TokenStream in, BodyParser bodies, V1Checks checks) {
    this.in = in;
    this.bodies = bodies;
    this.heads = new HeadParser(in, bodies.terms());
    this.checks = checks;
  }

  /** Parses a rule, which is several if it has several bodies. */
  List<Rule> rules() {
    TokenStream.Mark mark = in.mark();
    Token start = in.token();
    boolean isDefault = !in.atName() && in.accept(TokenKind.DEFAULT);
    if (in.atName()) {
      Signature signature = heads.signature();
      if (isDefault) {
        return List.of(DefaultRule.of(signature, start, in));
      }
      if (atIf(signature) || in.at(TokenKind.LEFT_BRACE)) {
        return rulesWithBodies(start, signature);
      }
      if (signature.element().isPresent()) {
        Body none = new Body(List.of(), signature.location());
        return List.of(rule(signature.head(false), none, Optional.empty(), signature.location()));
      }
    }
    in.reset(mark);
    return List.of(ruleWithoutBody());
  }

  /** After a value, {@code if.x} is the name of the next rule. */
  private boolean atIf(Signature signature) {
    boolean complete = signature.value().isPresent() || signature.element().isPresent();
    return in.at(TokenKind.IF) && !(complete && in.atKeywordAsName());
  }

  private static Rule rule(
      Rule.Head head, Body body, Optional<Rule> otherwise, RegoLocation location) {
    return new Rule(false, head, body, otherwise, location);
  }

  private Rule ruleWithoutBody() {
    Token start = in.token();
    List<Statement> statements = new ArrayList<>();
    do {
      statements.add(bodies.statement());
    } while (in.accept(TokenKind.SEMICOLON));
    return BodilessRule.of(statements, in, in.since(start), checks);
  }

  private List<Rule> rulesWithBodies(Token start, Signature signature) {
    boolean hasIf = in.accept(TokenKind.IF);
    Rule.Head head = signature.head(!hasIf);
    Body body = hasIf ? ifBody() : bodies.block();
    Optional<Rule> otherwise =
        atElse() ? Optional.of(otherwise(signature, head)) : Optional.empty();
    List<Rule> rules = new ArrayList<>();
    rules.add(rule(head, body, otherwise, in.since(start)));
    while (in.at(TokenKind.LEFT_BRACE)) {
      if (otherwise.isPresent()) {
        throw in.failure(in.token(), "expected else keyword");
      }
      Body next = bodies.block();
      Rule.Head nextHead = at(next.location(), head, head.value());
      rules.add(rule(nextHead, next, Optional.empty(), next.location()));
    }
    rules.forEach(rule -> checks.checkBody(rule, hasIf, signature));
    return rules;
  }

  private static Rule.Head at(RegoLocation location, Rule.Head head, Optional<Term> value) {
    return new Rule.Head(head.kind(), head.ref(), head.arguments(), head.key(), value, location);
  }

  /** Parses a statement or a body in braces; a set in braces is a body with one statement. */
  private Body ifBody() {
    Token start = in.token();
    if (!in.at(TokenKind.LEFT_BRACE)) {
      return single(start, bodies.statement());
    }
    TokenStream.Mark mark = in.mark();
    try {
      Statement statement = bodies.statement();
      boolean set =
          statement.kind() instanceof Statement.Holds holds && holds.term() instanceof Term.SetOf;
      if (!set) {
        return single(start, statement);
      }
    } catch (ParseFailure e) {
      // no statement, so it has to be a body
    }
    in.reset(mark);
    return bodies.block();
  }

  private Body single(Token start, Statement statement) {
    return new Body(List.of(statement), in.since(start));
  }

  private boolean atElse() {
    return in.at(TokenKind.ELSE) && !in.atKeywordAsName();
  }

  private Rule otherwise(Signature signature, Rule.Head head) {
    if (!Terms.areGround(signature.path()) && head.kind() != Rule.Kind.PARTIAL_SET) {
      throw in.failure(in.token(), "else keyword cannot be used on rules with variables in head");
    }
    if (head.key().isPresent()) {
      throw in.failure(in.token(), "else keyword cannot be used on multi-value rules");
    }
    List<Clause> clauses = new ArrayList<>();
    while (atElse()) {
      in.checkDepth(clauses.size() + 1);
      Clause clause = clause();
      clauses.add(clause);
      if (!clause.hasBody) {
        break;
      }
    }
    Optional<Rule> rule = Optional.empty();
    for (int i = clauses.size() - 1; i >= 0; i--) {
      Clause clause = clauses.get(i);
      Rule.Head clauseHead = at(clause.location, head, clause.value);
      rule = Optional.of(rule(clauseHead, clause.body, rule, in.since(clause.start)));
      if (clause.hasBody) {
        checks.checkBody(rule.get(), clause.hasIf, signature);
      }
    }
    return rule.orElseThrow();
  }

  private Clause clause() {
    Token start = in.next();
    Optional<Term> value = Optional.empty();
    if (in.accept(TokenKind.ASSIGN) || in.accept(TokenKind.UNIFY)) {
      value = Optional.of(bodies.terms().expression());
    } else if (!in.at(TokenKind.IF) && !in.at(TokenKind.LEFT_BRACE)) {
      throw in.unexpected("expected else value term or rule body");
    }
    RegoLocation location = in.since(start);
    boolean hasIf = in.accept(TokenKind.IF);
    Token first = in.token();
    if (in.at(TokenKind.LEFT_BRACE)) {
      return new Clause(start, location, value, hasIf, true, bodies.block());
    }
    if (!hasIf) {
      return new Clause(start, location, value, false, false, new Body(List.of(), location));
    }
    return new Clause(start, location, value, true, true, single(first, bodies.statement()));
  }

  /** What follows an {@code else}. */
  private record Clause(
      Token start,
      RegoLocation location,
      Optional<Term> value,
      boolean hasIf,
      boolean hasBody,
      Body body) {}
}
