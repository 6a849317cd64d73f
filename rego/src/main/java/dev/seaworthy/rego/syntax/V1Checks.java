package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.RegoError;
import dev.seaworthy.rego.RegoLocation;
import java.util.ArrayList;
import java.util.List;

/** What v1 demands of rules that v0 lets pass. Collected for all, as the version comes out late. */
final class V1Checks {

  private final List<RegoError> errors = new ArrayList<>();

  List<RegoError> errors() {
    return errors;
  }

  /** Checks a rule with a body. */
  void checkBody(Rule rule, boolean hasIf, Signature signature) {
    checkName(rule);
    if (!hasIf) {
      String what = signature.isFunction() ? "function" : "rule";
      report(rule.location(), "`if` keyword is required before " + what + " body");
    }
    if (rule.head().kind() == Rule.Kind.PARTIAL_SET && signature.element().isEmpty()) {
      reportContains(rule);
    }
  }

  /** Checks a rule that is but a head. */
  void checkBodiless(Rule rule) {
    checkName(rule);
    Rule.Head head = rule.head();
    if (head.kind() == Rule.Kind.PARTIAL_SET) {
      reportContains(rule);
    } else if (head.kind() == Rule.Kind.VALUE && head.value().isEmpty()) {
      report(rule.location(), "rule must have value assignment and/or body declaration");
    }
  }

  private void reportContains(Rule rule) {
    report(rule.location(), "`contains` keyword is required for partial set rules");
  }

  private void checkName(Rule rule) {
    if (rule.head().ref() instanceof Term.Var name && TokenKind.ofWord(name.name()).isKeyword()) {
      report(rule.location(), name.name() + " keyword cannot be used for rule name");
    }
  }

  private void report(RegoLocation location, String message) {
    errors.add(RegoError.at(location, TokenStream.ERROR_CODE, message));
  }
}
