package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.syntax.Body;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Copies a tree; a subclass changes what it wants to change. */
class Rewriter {

  Term term(Term term) {
    if (term instanceof Term.Scalar) {
      return term;
    }
    if (term instanceof Term.Var var) {
      return var(var);
    }
    if (term instanceof Term.Ref ref) {
      return ref(ref);
    }
    if (term instanceof Term.Call call) {
      return call(call);
    }
    if (term instanceof Term.Array array) {
      return new Term.Array(terms(array.items()), array.location());
    }
    if (term instanceof Term.SetOf set) {
      return new Term.SetOf(terms(set.items()), set.location());
    }
    if (term instanceof Term.ObjectOf object) {
      return object(object);
    }
    return term instanceof Term.Template template ? template(template) : comprehension(term);
  }

  private Term comprehension(Term term) {
    if (term instanceof Term.ArrayComprehension array) {
      return comprehension(array);
    }
    if (term instanceof Term.SetComprehension set) {
      return comprehension(set);
    }
    return comprehension((Term.ObjectComprehension) term);
  }

  List<Term> terms(List<Term> terms) {
    return changed(terms, this::term);
  }

  Term var(Term.Var var) {
    return var;
  }

  Term ref(Term.Ref ref) {
    Term head = term(ref.head());
    List<Term> path = terms(ref.path());
    boolean same = head == ref.head() && path == ref.path();
    return same ? ref : new Term.Ref(head, path, ref.location());
  }

  Term call(Term.Call call) {
    Term function = function(call.function());
    List<Term> arguments = terms(call.arguments());
    boolean same = function == call.function() && arguments == call.arguments();
    return same ? call : new Term.Call(function, arguments, call.location());
  }

  /** The name of a function. */
  Term function(Term function) {
    return function;
  }

  Term object(Term.ObjectOf object) {
    List<Term.Member> members = new ArrayList<>();
    for (Term.Member member : object.members()) {
      members.add(new Term.Member(term(member.key()), term(member.value())));
    }
    return new Term.ObjectOf(members, object.location());
  }

  Term comprehension(Term.ArrayComprehension array) {
    Body body = body(array.body());
    return new Term.ArrayComprehension(term(array.head()), body, array.location());
  }

  Term comprehension(Term.SetComprehension set) {
    Body body = body(set.body());
    return new Term.SetComprehension(term(set.head()), body, set.location());
  }

  Term comprehension(Term.ObjectComprehension object) {
    Body body = body(object.body());
    return new Term.ObjectComprehension(
        term(object.key()), term(object.value()), body, object.location());
  }

  Term template(Term.Template template) {
    List<Term.Part> parts = new ArrayList<>();
    for (Term.Part part : template.parts()) {
      parts.add(new Term.Part(term(part.term()), withs(part.withs())));
    }
    return new Term.Template(parts, template.location());
  }

  Body body(Body body) {
    return new Body(changed(body.statements(), this::statement), body.location());
  }

  Statement statement(Statement statement) {
    return new Statement(
        kind(statement.kind()),
        statement.negated(),
        withs(statement.withs()),
        statement.location());
  }

  Statement.Kind kind(Statement.Kind kind) {
    if (kind instanceof Statement.Holds holds) {
      return new Statement.Holds(term(holds.term()));
    }
    if (kind instanceof Statement.Unify unify) {
      return new Statement.Unify(term(unify.left()), term(unify.right()), unify.declares());
    }
    if (kind instanceof Statement.Assign assign) {
      return new Statement.Assign(term(assign.target()), term(assign.value()));
    }
    if (kind instanceof Statement.SomeIn some) {
      return new Statement.SomeIn(
          some.key().map(this::term), term(some.value()), term(some.collection()));
    }
    if (kind instanceof Statement.Every every) {
      return every(every);
    }
    return kind;
  }

  Statement.Kind every(Statement.Every every) {
    return new Statement.Every(
        every.key(), every.value(), term(every.domain()), body(every.body()));
  }

  List<Statement.With> withs(List<Statement.With> withs) {
    return changed(withs, this::with);
  }

  Statement.With with(Statement.With with) {
    return new Statement.With(term(with.target()), term(with.value()), with.location());
  }

  /** The list of what becomes of each; the same list if nothing changes. */
  private static <T> List<T> changed(List<T> list, UnaryOperator<T> change) {
    List<T> copy = list;
    for (int i = 0; i < list.size(); i++) {
      T before = list.get(i);
      T after = change.apply(before);
      if (after != before) {
        copy = copy == list ? new ArrayList<>(list) : copy;
        copy.set(i, after);
      }
    }
    return copy;
  }
}
