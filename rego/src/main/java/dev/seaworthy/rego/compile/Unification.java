package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.compile.VarCollector.Skip;
import dev.seaworthy.rego.syntax.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which variables a unification binds. */
final class Unification {

  private final Set<String> bound;
  private final OutputVars outputs;
  private final List<Pair> pairs = new ArrayList<>();

  /** Two terms that have to be equal. */
  record Pair(Term left, Term right) {}

  /**
   * @param bound the variables that are bound before
   */
  Unification(Set<String> bound, OutputVars outputs) {
    this.bound = new HashSet<>(bound);
    this.outputs = outputs;
  }

  /** The variables that get bound, some of them by others that get bound. */
  Set<String> of(Term left, Term right) {
    pairs.addAll(pairs(left, right));
    Set<String> before = new HashSet<>(bound);
    boolean progress = true;
    while (progress) {
      progress = pairs.removeIf(this::bind);
    }
    bound.removeAll(before);
    return bound;
  }

  /** Binds what is on one side if the other is known. */
  private boolean bind(Pair pair) {
    boolean leftKnown = isKnown(pair.left);
    if (leftKnown && bindsRight(pair.left, pair.right)) {
      bound.addAll(patternVars(pair.right));
    } else if (!leftKnown && isKnown(pair.right) && bindsLeft(pair.left, pair.right)) {
      bound.addAll(patternVars(pair.left));
    }
    return leftKnown || isKnown(pair.right);
  }

  /** What never matches binds nothing; OPA asks more of what is on the right. */
  private static boolean bindsRight(Term known, Term right) {
    return right instanceof Term.Var
        || right instanceof Term.Array && (isAny(known) || known instanceof Term.ArrayComprehension)
        || right instanceof Term.ObjectOf
            && (isAny(known) || known instanceof Term.ObjectComprehension);
  }

  private static boolean bindsLeft(Term left, Term known) {
    boolean composite =
        known instanceof Term.Array
            || known instanceof Term.ObjectOf
            || known instanceof Term.SetOf
            || known instanceof Term.Scalar;
    return left instanceof Term.Var
        || left instanceof Term.Array && !composite
        || left instanceof Term.ObjectOf && isAny(known);
  }

  /** Whether a term may have any value. */
  private static boolean isAny(Term term) {
    return term instanceof Term.Var || term instanceof Term.Ref;
  }

  private static Set<String> patternVars(Term term) {
    return VarCollector.of(term, Skip.REF_HEADS, Skip.OBJECT_KEYS, Skip.CLOSURES, Skip.SETS);
  }

  private boolean isKnown(Term term) {
    return term instanceof Term.Ref ref
        ? outputs.isSafe(ref, bound)
        : bound.containsAll(VarCollector.of(term, Skip.REF_HEADS, Skip.CLOSURES));
  }

  /** Takes composite terms apart as far as both sides are written out. */
  static List<Pair> pairs(Term left, Term right) {
    List<Pair> pairs = new ArrayList<>();
    takeApart(left, right, pairs);
    return pairs;
  }

  private static void takeApart(Term left, Term right, List<Pair> pairs) {
    if (left instanceof Term.Array a
        && right instanceof Term.Array b
        && a.items().size() == b.items().size()) {
      for (int i = 0; i < a.items().size(); i++) {
        takeApart(a.items().get(i), b.items().get(i), pairs);
      }
      return;
    }
    if (left instanceof Term.ObjectOf a && right instanceof Term.ObjectOf b) {
      Map<Object, Term> members = byKey(a);
      Map<Object, Term> others = byKey(b);
      if (members.keySet().equals(others.keySet())) {
        members.forEach((key, value) -> takeApart(value, others.get(key), pairs));
        return;
      }
    }
    pairs.add(new Pair(left, right));
  }

  /** The members by what their keys say, wherever that stands. */
  private static Map<Object, Term> byKey(Term.ObjectOf object) {
    Map<Object, Term> members = new HashMap<>();
    for (Term.Member member : object.members()) {
      members.put(meaning(member.key()), member.value());
    }
    return members;
  }

  private static Object meaning(Term key) {
    if (key instanceof Term.Scalar scalar) {
      return scalar.value();
    }
    if (key instanceof Term.Var var) {
      return List.of("var", var.name());
    }
    return key instanceof Term.Ref ref
        ? List.of(
            "ref", meaning(ref.head()), ref.path().stream().map(Unification::meaning).toList())
        : key;
  }
}
