package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.value.RegoString;
import java.util.List;
import java.util.Locale;

/** What can be told of a term by looking at it. */
final class Terms {

  private Terms() {}

  /** What OPA calls a term of this kind in error messages. */
  static String kindOf(Term term) {
    if (term instanceof Term.Scalar scalar) {
      return scalar.value().typeName();
    }
    if (term instanceof Term.Var var) {
      return isRoot(var) ? "ref" : "var";
    }
    if (term instanceof Term.Ref) {
      return "ref";
    }
    if (term instanceof Term.Array) {
      return "array";
    }
    if (term instanceof Term.SetOf) {
      return "set";
    }
    if (term instanceof Term.ObjectOf) {
      return "object";
    }
    if (term instanceof Term.Call) {
      return "call";
    }
    if (term instanceof Term.Template) {
      return "templatestring";
    }
    return term.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** Whether a variable is {@code input} or {@code data}, which OPA takes for a reference. */
  static boolean isRoot(Term.Var var) {
    return var.name().equals("input") || var.name().equals("data");
  }

  /** Whether there is no variable in a term but for the heads of references. */
  static boolean isGround(Term term) {
    if (term instanceof Term.Var var) {
      return isRoot(var);
    }
    if (term instanceof Term.Ref ref) {
      return areGround(ref.path());
    }
    if (term instanceof Term.Array array) {
      return areGround(array.items());
    }
    if (term instanceof Term.SetOf set) {
      return areGround(set.items());
    }
    if (term instanceof Term.ObjectOf object) {
      return object.members().stream().allMatch(m -> isGround(m.key()) && isGround(m.value()));
    }
    if (term instanceof Term.Call call) {
      return areGround(call.arguments());
    }
    return term instanceof Term.Scalar;
  }

  static boolean areGround(List<Term> terms) {
    return terms.stream().allMatch(Terms::isGround);
  }

  /** Whether a term is this string constant. */
  static boolean isString(Term term, String text) {
    return term instanceof Term.Scalar scalar
        && scalar.value() instanceof RegoString string
        && string.value().equals(text);
  }
}
