package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.syntax.Body;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import java.util.List;

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
    return terms.stream().map(this::term).toList();
  }

  Term var(Term.Var var) {
    return var;
  }

  Term ref(Term.Ref ref) {
    return new Term.Ref(term(ref.head()), terms(ref.path()), ref.location());
  }

  Term call(Term.Call call) {
    return new Term.Call(function(call.function()), terms(call.arguments()), call.location());
  }

  /** The name of a function. */
  Term function(Term function) {
    return function;
  }

  Term object(Term.ObjectOf object) {
    List<Term.Member> members =
        object.members().stream()
            .map(member -> new Term.Member(term(member.key()), term(member.value())))
            .toList();
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
    List<Term.Part> parts =
        template.parts().stream()
            .map(part -> new Term.Part(term(part.term()), withs(part.withs())))
            .toList();
    return new Term.Template(parts, template.location());
  }

  Body body(Body body) {
    return new Body(body.statements().stream().map(this::statement).toList(), body.location());
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
    return withs.stream().map(this::with).toList();
  }

  Statement.With with(Statement.With with) {
    return new Statement.With(term(with.target()), term(with.value()), with.location());
  }
}
