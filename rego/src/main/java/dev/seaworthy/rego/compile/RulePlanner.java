package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.eval.Clause;
import dev.seaworthy.rego.eval.Expression;
import dev.seaworthy.rego.eval.Flow;
import dev.seaworthy.rego.eval.Function;
import dev.seaworthy.rego.eval.Pattern;
import dev.seaworthy.rego.eval.Rules;
import dev.seaworthy.rego.eval.Traced;
import dev.seaworthy.rego.syntax.Term;
import dev.seaworthy.rego.trace.TracePoint;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans the rules of documents and functions. */
final class RulePlanner {

  private final Linker linker;

  RulePlanner(Linker linker) {
    this.linker = linker;
  }

  /** Plans all rules that there are. */
  void planAll(RuleNode root) {
    root.forEach(this::plan);
    linker.fillViews();
  }

  private void plan(RuleNode node) {
    linker.definition(node).ifPresent(function -> plan(function, node));
    linker.document(node).ifPresent(document -> plan(document, node));
  }

  private void plan(Function function, RuleNode node) {
    for (RuleDraft draft : node.rules()) {
      Clause clause = clause(draft, node);
      if (draft.isDefault()) {
        function.addDefault(clause);
      } else {
        function.add(clause);
      }
    }
    if (isUniform(node)) {
      function.stopAtFirst();
    }
  }

  private void plan(Rules document, RuleNode node) {
    for (RuleDraft draft : node.documentRules()) {
      Clause clause = clause(draft, node);
      if (node.isObject()) {
        linker.addMember(draft, clause);
      }
      if (draft.isDefault()) {
        document.addDefault(clause);
      } else {
        document.add(clause);
      }
    }
    constant(node).ifPresent(document::fix);
    if (isUniform(node)) {
      document.stopAtFirst();
    }
  }

  /** Whether all rules of a node have the same constant for their value. */
  private static boolean isUniform(RuleNode node) {
    Set<Optional<RegoValue>> values = new HashSet<>();
    for (RuleDraft draft : node.rules()) {
      if (!draft.isDefault()) {
        draft.chain().forEach(rule -> values.add(rule.value.flatMap(Terms::constant)));
      }
    }
    return values.size() == 1 && values.iterator().next().isPresent();
  }

  /** The value of a document that consists of one rule without conditions. */
  private Optional<RegoValue> constant(RuleNode node) {
    List<RuleDraft> rules = node.rules();
    if (linker.isTraceable()) {
      return Optional.empty();
    }
    boolean single = rules.size() == 1 && !node.isObject() && rules.get(0).otherwise().isEmpty();
    if (!single || rules.get(0).value.isEmpty()) {
      return Optional.empty();
    }
    BodyPlanner planner = new BodyPlanner(linker, new Slots());
    planner.plan(rules.get(0).body);
    Term value = rules.get(0).value.get();
    if (!planner.sequence().isEmpty() || !planner.terms().isClosed(value)) {
      return Optional.empty();
    }
    return Optional.ofNullable(planner.terms().expression(value).constant());
  }

  private Clause clause(RuleDraft draft, RuleNode node) {
    Slots slots = new Slots();
    boolean adds = draft.isSet() || node.isObject();
    if (adds) {
      slots.cell();
    }
    BodyPlanner planner = new BodyPlanner(linker, slots);
    List<Pattern> parameters = Lists.map(draft.arguments, planner.terms()::pattern);
    if (linker.isTraceable() && node.isObject()) {
      planner.watch(draft, node.path().size());
    }
    planner.plan(draft.body);
    Flow body = body(draft, planner, end(draft, node, planner));
    @Nullable Clause otherwise = draft.otherwise().map(next -> clause(next, node)).orElse(null);
    return new Clause(parameters, slots.size(), body, draft.location(), otherwise);
  }

  private Flow body(RuleDraft draft, BodyPlanner planner, Flow end) {
    if (!linker.isTraceable()) {
      return planner.sequence().flow(end);
    }
    TracePoint point = linker.trace(TracePoint.rule(draft.headLocation(), draft.display()));
    return Traced.rule(point, planner.sequence().flow(Traced.exit(point, end)));
  }

  private static Flow end(RuleDraft draft, RuleNode node, BodyPlanner planner) {
    TermPlanner terms = planner.terms();
    if (node.isObject()) {
      List<Term> path = draft.ref.subList(node.path().size(), draft.ref.size());
      List<Expression> steps = new ArrayList<>(terms.expressions(path));
      return draft.isSet()
          ? Clause.element(steps, terms.expression(draft.key.orElseThrow()), draft.headLocation())
          : Clause.member(steps, value(draft, terms), draft.headLocation());
    }
    if (draft.isSet()) {
      return Clause.element(terms.expression(draft.key.orElseThrow()));
    }
    String conflict = draft.isFunction() ? Clause.FUNCTION_CONFLICT : Clause.VALUE_CONFLICT;
    return Clause.result(
        value(draft, terms), isSettled(draft, planner), conflict, draft.location());
  }

  private static Expression value(RuleDraft draft, TermPlanner terms) {
    return terms.expression(draft.value.orElseThrow());
  }

  /** Whether the value of a rule is settled before its body can hold a second time. */
  private static boolean isSettled(RuleDraft draft, BodyPlanner planner) {
    return planner.settled().containsAll(VarCollector.of(draft.value.orElseThrow()));
  }
}
