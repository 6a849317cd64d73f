package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.value.RegoString;
import java.util.ArrayList;
import java.util.List;

/** Parses interpolated strings. */
final class TemplateParser {

  private final TokenStream in;
  private final RegoVersion version;
  private final BodyParser bodies;

  TemplateParser(TokenStream in, RegoVersion version, BodyParser bodies) {
    this.in = in;
    this.version = version;
    this.bodies = bodies;
  }

  Term template() {
    Token start = in.token();
    if (version == RegoVersion.V0) {
      throw in.failure(start, "template strings are not supported by current capabilities");
    }
    List<Term.Part> parts = new ArrayList<>();
    in.enter();
    Token text = in.next();
    addText(parts, text);
    while (text.kind() == TokenKind.TEMPLATE_START || text.kind() == TokenKind.TEMPLATE_MIDDLE) {
      parts.add(expression());
      if (!in.at(TokenKind.TEMPLATE_MIDDLE) && !in.at(TokenKind.TEMPLATE_END)) {
        throw in.at(TokenKind.ILLEGAL)
            ? in.unexpected()
            : in.failure(in.token(), "expected } to end template string expression");
      }
      text = in.next();
      addText(parts, text);
    }
    in.leave();
    return new Term.Template(parts, in.since(start));
  }

  private void addText(List<Term.Part> parts, Token text) {
    if (!text.text().isEmpty()) {
      Term constant = new Term.Scalar(new RegoString(text.text()), in.location(text));
      parts.add(new Term.Part(constant, List.of()));
    }
  }

  private Term.Part expression() {
    if (in.at(TokenKind.TEMPLATE_MIDDLE) || in.at(TokenKind.TEMPLATE_END)) {
      throw in.failure(in.token(), "invalid template-string expression");
    }
    Statement statement = bodies.statement();
    if (!statement.negated() && statement.kind() instanceof Statement.Holds holds) {
      return new Term.Part(holds.term(), statement.withs());
    }
    throw in.failure(
        statement.location(),
        "unexpected " + describe(statement) + " in template-string expression");
  }

  private static String describe(Statement statement) {
    if (statement.negated()) {
      return "negation ('not')";
    }
    if (statement.kind() instanceof Statement.Unify) {
      return "unification ('=')";
    }
    if (statement.kind() instanceof Statement.Assign) {
      return "assignment (':=')";
    }
    return statement.kind() instanceof Statement.Every ? "'every'" : "'some'";
  }
}
