package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.eval.Callee;
import dev.seaworthy.rego.eval.Clause;
import dev.seaworthy.rego.eval.DataNode;
import dev.seaworthy.rego.eval.Expression;
import dev.seaworthy.rego.eval.Function;
import dev.seaworthy.rego.eval.Lookup;
import dev.seaworthy.rego.eval.Replacement;
import dev.seaworthy.rego.eval.Rules;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import dev.seaworthy.rego.trace.TracePoint;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Connects references and calls with the documents and functions that they lead to. */
final class Linker {

  private final Functions functions;
  private final boolean traceable;
  private final Map<RuleNode, DataNode> nodes;
  private final Map<RuleNode, Rules> documents;
  private final Map<RuleNode, Function> definitions;

  /** What evaluations can come to. */
  private final List<TracePoint> tracePoints = new ArrayList<>();

  /** The rules of objects, planned; without those of other documents. */
  private final Map<RuleDraft, Clause> members;

  /** Objects of which only some rules can matter to a reference. */
  private final Map<List<RuleDraft>, Rules> views = new HashMap<>();

  private int nextId;

  /** Makes the documents and functions of a tree; their rules are planned later. */
  Linker(Functions functions, boolean traceable) {
    this.functions = functions;
    this.traceable = traceable;
    this.nodes = new IdentityHashMap<>();
    this.documents = new IdentityHashMap<>();
    this.definitions = new IdentityHashMap<>();
    this.members = new IdentityHashMap<>();
    functions.root().forEach(this::define);
    functions.root().forEach(this::connect);
  }

  private Linker(Linker policy) {
    functions = policy.functions;
    traceable = policy.traceable;
    nodes = policy.nodes;
    documents = policy.documents;
    definitions = policy.definitions;
    members = policy.members;
    nextId = policy.nextId;
  }

  /** For a query: what it needs besides does not change the policy. */
  Linker forQuery() {
    return new Linker(this);
  }

  private void define(RuleNode node) {
    DataNode data = new DataNode(nextId++, node.path(), node.isHidden());
    nodes.put(node, data);
    if (node.isFunction()) {
      definitions.put(node, new Function(nextId++));
      data.defineFunction();
    } else if (!node.rules().isEmpty()) {
      Rules rules = new Rules(kind(node), nextId++, node.path());
      documents.put(node, rules);
      data.define(rules);
    }
  }

  private static Rules.Kind kind(RuleNode node) {
    if (node.isObject()) {
      return Rules.Kind.OBJECT;
    }
    return node.rules().get(0).isSet() ? Rules.Kind.SET : Rules.Kind.VALUE;
  }

  private void connect(RuleNode node) {
    node.children().forEach((key, child) -> data(node).add(key, data(child)));
  }

  Functions functions() {
    return functions;
  }

  /** Whether programs tell what they do. */
  boolean isTraceable() {
    return traceable;
  }

  /** Notes a part that evaluations can come to. */
  TracePoint trace(TracePoint point) {
    tracePoints.add(point);
    return point;
  }

  List<TracePoint> tracePoints() {
    return tracePoints;
  }

  DataNode data(RuleNode node) {
    return nodes.get(node);
  }

  Optional<Rules> document(RuleNode node) {
    return Optional.ofNullable(documents.get(node));
  }

  Optional<Function> definition(RuleNode node) {
    return Optional.ofNullable(definitions.get(node));
  }

  void addMember(RuleDraft draft, Clause clause) {
    members.put(draft, clause);
  }

  /** Fills the views, once all rules are planned. */
  void fillViews() {
    views.forEach((drafts, view) -> drafts.forEach(draft -> view.add(members.get(draft))));
  }

  /** Where a reference into data starts. */
  ReferencePlanner.Start start(List<Term> path, TermPlanner terms) {
    RuleNode node = functions.root();
    for (int i = 0; i < path.size(); i++) {
      Optional<RegoValue> step = Terms.constant(path.get(i));
      if (step.isEmpty() && !node.children().isEmpty()) {
        return new ReferencePlanner.Start(null, node, i);
      }
      RuleNode child = step.map(node::child).orElse(null);
      if (child == null || child.isFunction()) {
        return base(path, terms);
      }
      if (!child.rules().isEmpty()) {
        Expression value = document(child, path.subList(i + 1, path.size())).reference();
        return new ReferencePlanner.Start(value, null, i + 1);
      }
      node = child;
    }
    return new ReferencePlanner.Start(data(node).extent(), null, path.size());
  }

  private static ReferencePlanner.Start base(List<Term> path, TermPlanner terms) {
    List<Expression> steps = new ArrayList<>();
    while (steps.size() < path.size() && terms.isClosed(path.get(steps.size()))) {
      steps.add(terms.expression(path.get(steps.size())));
    }
    return new ReferencePlanner.Start(Lookup.base(steps), null, steps.size());
  }

  /** The document of a node, as far as a reference that goes on with these steps needs it. */
  private Rules document(RuleNode node, List<Term> rest) {
    Rules document = documents.get(node);
    if (!node.isObject()) {
      return document;
    }
    List<RuleDraft> all = node.documentRules();
    int depth = node.path().size();
    List<RuleDraft> needed = all.stream().filter(rule -> matches(rule, depth, rest)).toList();
    return needed.size() == all.size()
        ? document
        : views.computeIfAbsent(needed, key -> new Rules(Rules.Kind.OBJECT, nextId++, node.path()));
  }

  private static boolean matches(RuleDraft rule, int depth, List<Term> rest) {
    for (int i = 0; i < rest.size() && depth + i < rule.ref.size(); i++) {
      Optional<RegoValue> wanted = Terms.constant(rest.get(i));
      if (wanted.isEmpty()) {
        return true;
      }
      Optional<RegoValue> given = Terms.constant(rule.ref.get(depth + i));
      if (given.isPresent() && !given.equals(wanted)) {
        return false;
      }
    }
    return true;
  }

  /** What a call calls. */
  Callee callee(Term.Call call) {
    if (Functions.isOfPolicy(call.function())) {
      return calleeOfPolicy(call.function());
    }
    return builtin(call.name());
  }

  private Callee calleeOfPolicy(Term function) {
    RuleNode node = functions.root().find(Terms.dataPath(function).orElseThrow());
    Function definition = definitions.get(node);
    return definition == null ? Callee.value(documents.get(node).reference()) : definition;
  }

  private Callee builtin(String name) {
    return functions
        .builtins()
        .find(name)
        .map(Callee::builtin)
        .orElseGet(
            () ->
                Callee.missing(
                    name,
                    functions.builtins().unsupported(name).orElse("it is only known in rules")));
  }

  /** What a {@code with} does. */
  Replacement replacement(Statement.With with, TermPlanner terms) {
    Term target = with.target();
    Term value = with.value();
    if (functions.isFunctionReplacement(with)) {
      return functionReplacement(Functions.name(target), value, terms);
    }
    Expression expression = terms.expression(value);
    if (Terms.startsWith(target, "input")) {
      return Replacement.ofInput(constants(target), expression);
    }
    if (Terms.startsWith(target, "data") && !functions.isFunction(target)) {
      return Replacement.ofData(constants(target), expression);
    }
    return Replacement.ofResult(Functions.name(target), expression);
  }

  private Replacement functionReplacement(String name, Term value, TermPlanner terms) {
    if (!Functions.isOfPolicy(value)) {
      return Replacement.ofFunction(name, builtin(Functions.name(value)));
    }
    return functions.isFunction(value)
        ? Replacement.ofFunction(name, calleeOfPolicy(value))
        : Replacement.ofDocument(name, terms.expression(value));
  }

  private static List<RegoValue> constants(Term target) {
    return Terms.constants(Terms.path(target)).orElseThrow();
  }
}
