package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.syntax.Body;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes statements apart: calls within terms become statements of their own, {@code f(x, result)},
 * ahead of the statement they are in; what heads compute is computed at the end of their bodies. A
 * term after this is a variable, a constant, a composite, a reference or a comprehension.
 */
final class Expander {

  private final Names names;
  private final Functions functions;
  private final Metadata metadata;
  private Optional<RuleDraft> rule = Optional.empty();

  Expander(Names names, Functions functions, Metadata metadata) {
    this.names = names;
    this.functions = functions;
    this.metadata = metadata;
  }

  void rule(RuleDraft draft) {
    rule = Optional.of(draft);
    List<Statement> last = new ArrayList<>();
    draft.ref = Lists.map(draft.ref, step -> step(step, last));
    draft.arguments = Lists.map(draft.arguments, argument -> computed(argument, last));
    draft.key = draft.key.map(key -> computed(key, last));
    draft.value = draft.value.map(value -> computed(value, last));
    draft.body = Terms.append(body(draft.body), last);
  }

  Body body(Body body) {
    List<Statement> statements = new ArrayList<>();
    for (Statement statement : body.statements()) {
      statement(statement, statements);
    }
    return new Body(statements, body.location());
  }

  /** A step of the name of a rule: a constant or a variable. */
  private Term step(Term step, List<Statement> ahead) {
    if (step instanceof Term.Scalar || step instanceof Term.Var && !Terms.isRoot(step)) {
      return step;
    }
    return stored(term(step, ahead), ahead);
  }

  /** A term of a head: what has to be computed is a variable after this. */
  private Term computed(Term term, List<Statement> ahead) {
    Term expanded = term(term, ahead);
    return Terms.requiresEvaluation(expanded) ? stored(expanded, ahead) : expanded;
  }

  private Term stored(Term term, List<Statement> ahead) {
    Term.Var var = new Term.Var(names.fresh(), term.location());
    ahead.add(Terms.unify(var, term, List.of()));
    return var;
  }

  private void statement(Statement statement, List<Statement> expanded) {
    List<Statement.With> withs = new ArrayList<>();
    for (Statement.With with : statement.withs()) {
      withs.add(with(with, expanded));
    }
    List<Statement> ahead = new ArrayList<>();
    Statement.Kind kind = kind(statement.kind(), ahead);
    for (Statement support : ahead) {
      expanded.add(new Statement(support.kind(), support.negated(), withs, support.location()));
    }
    expanded.add(new Statement(kind, statement.negated(), withs, statement.location()));
  }

  private Statement.With with(Statement.With with, List<Statement> ahead) {
    if (functions.isFunctionReplacement(with)) {
      return with;
    }
    return new Statement.With(with.target(), computed(with.value(), ahead), with.location());
  }

  private Statement.Kind kind(Statement.Kind kind, List<Statement> ahead) {
    if (kind instanceof Statement.Holds holds) {
      return holds(holds, ahead);
    }
    if (kind instanceof Statement.Unify unify) {
      Term left = term(unify.left(), ahead);
      return new Statement.Unify(left, term(unify.right(), ahead), unify.declares());
    }
    Statement.Every every = (Statement.Every) kind;
    Term domain = stored(term(every.domain(), ahead), ahead);
    return new Statement.Every(every.key(), every.value(), domain, body(every.body()));
  }

  private Statement.Kind holds(Statement.Holds holds, List<Statement> ahead) {
    if (!(holds.term() instanceof Term.Call call)) {
      return new Statement.Holds(term(holds.term(), ahead));
    }
    Optional<Term> known = metadata(call);
    if (known.isPresent()) {
      return call.arguments().isEmpty()
          ? new Statement.Holds(known.get())
          : new Statement.Unify(call.arguments().get(0), known.get());
    }
    return new Statement.Holds(
        new Term.Call(call.function(), terms(call.arguments(), ahead), call.location()));
  }

  private List<Term> terms(List<Term> terms, List<Statement> ahead) {
    return Lists.map(terms, term -> term(term, ahead));
  }

  private Term term(Term term, List<Statement> ahead) {
    if (term instanceof Term.Call call) {
      return call(call, ahead);
    }
    if (term instanceof Term.Ref ref) {
      return ref(ref, ahead);
    }
    if (term instanceof Term.Array array) {
      return new Term.Array(terms(array.items(), ahead), array.location());
    }
    if (term instanceof Term.SetOf set) {
      return new Term.SetOf(terms(set.items(), ahead), set.location());
    }
    if (term instanceof Term.ObjectOf object) {
      List<Term.Member> members = new ArrayList<>();
      for (Term.Member member : object.members()) {
        Term key = term(member.key(), ahead);
        members.add(new Term.Member(key, term(member.value(), ahead)));
      }
      return new Term.ObjectOf(members, object.location());
    }
    return comprehension(term);
  }

  private Term call(Term.Call call, List<Statement> ahead) {
    Optional<Term> known = metadata(call);
    if (known.isPresent()) {
      return known.get();
    }
    List<Term> arguments = new ArrayList<>(terms(call.arguments(), ahead));
    Term.Var result = new Term.Var(names.fresh(), call.location());
    arguments.add(result);
    Term expanded = new Term.Call(call.function(), arguments, call.location());
    ahead.add(Terms.holds(expanded, List.of()));
    return result;
  }

  private Optional<Term> metadata(Term.Call call) {
    return rule.flatMap(draft -> metadata.of(draft, call.name()))
        .map(value -> Terms.constant(value, call.location()));
  }

  /** A reference starts from a variable. */
  private Term ref(Term.Ref ref, List<Statement> ahead) {
    Term head = term(ref.head(), ahead);
    List<Term> path = terms(ref.path(), ahead);
    if (!(head instanceof Term.Var)) {
      head = stored(head, ahead);
    }
    return new Term.Ref(head, path, ref.location());
  }

  private Term comprehension(Term term) {
    List<Statement> last = new ArrayList<>();
    if (term instanceof Term.ArrayComprehension array) {
      Term head = computed(array.head(), last);
      Body body = Terms.append(body(array.body()), last);
      return new Term.ArrayComprehension(head, body, array.location());
    }
    if (term instanceof Term.SetComprehension set) {
      Term head = computed(set.head(), last);
      Body body = Terms.append(body(set.body()), last);
      return new Term.SetComprehension(head, body, set.location());
    }
    if (term instanceof Term.ObjectComprehension object) {
      Term key = computed(object.key(), last);
      Term value = computed(object.value(), last);
      Body body = Terms.append(body(object.body()), last);
      return new Term.ObjectComprehension(key, value, body, object.location());
    }
    return term;
  }
}
