package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.eval.DataNode;
import dev.seaworthy.rego.eval.Expression;
import dev.seaworthy.rego.eval.Lookup;
import dev.seaworthy.rego.eval.Pattern;
import dev.seaworthy.rego.eval.Scan;
import dev.seaworthy.rego.eval.Statements;
import dev.seaworthy.rego.eval.TreeScan;
import dev.seaworthy.rego.syntax.Term;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans references: as lookups while the steps are known, and as scans where they are not. */
final class ReferencePlanner {

  private final BodyPlanner planner;

  ReferencePlanner(BodyPlanner planner) {
    this.planner = planner;
  }

  /**
   * What a reference starts from.
   *
   * @param value the value after the first steps; null if the tree of rules has to be gone through
   * @param node where to go through the tree of rules
   * @param taken the number of steps
   */
  record Start(@Nullable Expression value, @Nullable RuleNode node, int taken) {}

  /** The value of a reference, or of a variable, that is closed. */
  Expression closed(Term term) {
    List<Term> path = Terms.path(term);
    Start start = start(term);
    List<Term> rest = path.subList(start.taken, path.size());
    if (start.value != null) {
      return Lookup.of(start.value, planner.terms().expressions(rest));
    }
    return TreeScan.lookup(
        planner.linker().data(start.node),
        Lists.map(rest, this::step),
        planner.slots().temporary(),
        term.location());
  }

  private Start start(Term term) {
    Term head = term instanceof Term.Ref ref ? ref.head() : term;
    String name = ((Term.Var) head).name();
    if (name.equals("input")) {
      return new Start(Expression.input(), null, 0);
    }
    if (name.equals("data")) {
      return planner.linker().start(Terms.path(term), planner.terms());
    }
    return new Start(Expression.local(planner.slots().of(name)), null, 0);
  }

  private TreeScan.TreeStep step(Term step) {
    return planner.terms().isClosed(step)
        ? new TreeScan.TreeStep(planner.terms().expression(step), Pattern.ANY)
        : new TreeScan.TreeStep(null, planner.terms().pattern(step));
  }

  /** Goes through an open reference; its value is in a slot for each solution. */
  int scan(Term.Ref ref) {
    int slot = planner.slots().temporary();
    scan(ref, () -> Pattern.bind(slot));
    return slot;
  }

  /** Makes a pattern once the variables of a reference are bound. */
  interface Target {
    Pattern pattern();
  }

  /** Goes through an open reference; its value has to match a target. */
  void scan(Term.Ref ref, Target target) {
    List<Term> path = new ArrayList<>();
    for (Term step : ref.path()) {
      path.add(close(step));
    }
    Term.Ref flat = new Term.Ref(ref.head(), path, ref.location());
    Start start = start(flat);
    List<Term> rest = path.subList(start.taken, path.size());
    if (start.value != null) {
      scanValue(flat, start.value, rest, target);
      return;
    }
    List<TreeScan.TreeStep> steps = Lists.map(rest, this::step);
    Pattern pattern = target.pattern();
    DataNode node = planner.linker().data(start.node);
    planner.sequence().branch(next -> new TreeScan(node, steps, pattern, ref.location(), next));
  }

  private void scanValue(Term.Ref ref, Expression start, List<Term> path, Target target) {
    Expression value = start;
    int i = 0;
    while (i < path.size()) {
      int open = i;
      while (open < path.size() && planner.terms().isClosed(path.get(open))) {
        open++;
      }
      value = Lookup.of(value, planner.terms().expressions(path.subList(i, open)));
      if (open == path.size()) {
        planner.sequence().add(Statements.match(target.pattern(), value));
        return;
      }
      Pattern key = planner.terms().pattern(path.get(open));
      boolean last = open == path.size() - 1;
      int slot = last ? -1 : planner.slots().temporary();
      Pattern item = last ? target.pattern() : Pattern.bind(slot);
      Expression collection = value;
      planner.sequence().branch(next -> new Scan(collection, key, item, ref.location(), next));
      if (last) {
        return;
      }
      value = Expression.local(slot);
      i = open + 1;
    }
  }

  /** Replaces the open references in a term by variables that are bound ahead. */
  Term close(Term term) {
    if (!planner.terms().hasOpenReference(term)) {
      return term;
    }
    if (term instanceof Term.Ref ref) {
      String name = "'" + planner.slots().temporary() + "'";
      scan(ref, () -> planner.terms().pattern(new Term.Var(name, ref.location())));
      return new Term.Var(name, ref.location());
    }
    if (term instanceof Term.Array array) {
      return new Term.Array(closeAll(array.items()), array.location());
    }
    if (term instanceof Term.SetOf set) {
      return new Term.SetOf(closeAll(set.items()), set.location());
    }
    Term.ObjectOf object = (Term.ObjectOf) term;
    List<Term.Member> members = new ArrayList<>();
    for (Term.Member member : object.members()) {
      Term key = close(member.key());
      members.add(new Term.Member(key, close(member.value())));
    }
    return new Term.ObjectOf(members, object.location());
  }

  private List<Term> closeAll(List<Term> terms) {
    return Lists.map(terms, this::close);
  }

  /** Binds a variable to the value of a closed term. */
  Term store(Term term) {
    int number = planner.slots().temporary();
    Term.Var var = new Term.Var("'" + number + "'", term.location());
    Expression value = planner.terms().expression(term);
    planner.bound().add(var.name());
    planner.sequence().add(Statements.store(planner.slots().of(var.name()), value));
    return var;
  }
}
