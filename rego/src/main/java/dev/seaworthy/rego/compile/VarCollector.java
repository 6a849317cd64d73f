package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.syntax.Body;
import dev.seaworthy.rego.syntax.Statement;
import dev.seaworthy.rego.syntax.Term;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the variables of a tree; {@code input}, {@code data} and functions are none. */
final class VarCollector {

  /** What to leave out. */
  enum Skip {
    /** Comprehensions, interpolated strings and the bodies of {@code every}. */
    CLOSURES,
    /** What references start from. */
    REF_HEADS,
    SETS,
    OBJECT_KEYS
  }

  private final List<Skip> skipped;
  private final Set<String> vars = new LinkedHashSet<>();

  private VarCollector(Skip... skipped) {
    this.skipped = List.of(skipped);
  }

  static Set<String> of(Term term, Skip... skipped) {
    VarCollector collector = new VarCollector(skipped);
    collector.term(term);
    return collector.vars;
  }

  static Set<String> of(List<Term> terms, Skip... skipped) {
    VarCollector collector = new VarCollector(skipped);
    collector.terms(terms);
    return collector.vars;
  }

  static Set<String> of(Statement statement, Skip... skipped) {
    VarCollector collector = new VarCollector(skipped);
    collector.statement(statement);
    return collector.vars;
  }

  static Set<String> of(Statement.With with, Skip... skipped) {
    VarCollector collector = new VarCollector(skipped);
    collector.with(with);
    return collector.vars;
  }

  static Set<String> of(Body body, Skip... skipped) {
    VarCollector collector = new VarCollector(skipped);
    collector.body(body);
    return collector.vars;
  }

  private void body(Body body) {
    for (Statement statement : body.statements()) {
      statement(statement);
    }
  }

  private void statement(Statement statement) {
    kind(statement.kind());
    for (Statement.With with : statement.withs()) {
      with(with);
    }
  }

  private void with(Statement.With with) {
    if (with.target() instanceof Term.Ref target) {
      terms(target.path());
    }
    term(with.value());
  }

  private void kind(Statement.Kind kind) {
    if (kind instanceof Statement.Holds holds) {
      term(holds.term());
    } else if (kind instanceof Statement.Unify unify) {
      term(unify.left());
      term(unify.right());
    } else if (kind instanceof Statement.Assign assign) {
      term(assign.target());
      term(assign.value());
    } else if (kind instanceof Statement.SomeIn some) {
      some.key().ifPresent(this::term);
      term(some.value());
      term(some.collection());
    } else if (kind instanceof Statement.Every every) {
      every(every);
    }
  }

  private void every(Statement.Every every) {
    term(every.domain());
    if (!skipped.contains(Skip.CLOSURES)) {
      every.key().ifPresent(this::term);
      term(every.value());
      body(every.body());
    }
  }

  private void terms(List<Term> terms) {
    for (Term term : terms) {
      term(term);
    }
  }

  private void term(Term term) {
    if (term instanceof Term.Var var) {
      if (!Names.isRoot(var.name())) {
        vars.add(var.name());
      }
    } else if (term instanceof Term.Ref ref) {
      if (!skipped.contains(Skip.REF_HEADS) || !(ref.head() instanceof Term.Var)) {
        term(ref.head());
      }
      terms(ref.path());
    } else if (term instanceof Term.Call call) {
      terms(call.arguments());
    } else if (term instanceof Term.Array array) {
      terms(array.items());
    } else if (term instanceof Term.SetOf set) {
      if (!skipped.contains(Skip.SETS)) {
        terms(set.items());
      }
    } else if (term instanceof Term.ObjectOf object) {
      for (Term.Member member : object.members()) {
        member(member);
      }
    } else if (!skipped.contains(Skip.CLOSURES)) {
      closure(term);
    }
  }

  private void member(Term.Member member) {
    if (!skipped.contains(Skip.OBJECT_KEYS)) {
      term(member.key());
    }
    term(member.value());
  }

  private void closure(Term term) {
    if (term instanceof Term.ArrayComprehension array) {
      term(array.head());
      body(array.body());
    } else if (term instanceof Term.SetComprehension set) {
      term(set.head());
      body(set.body());
    } else if (term instanceof Term.ObjectComprehension object) {
      term(object.key());
      term(object.value());
      body(object.body());
    } else if (term instanceof Term.Template template) {
      for (Term.Part part : template.parts()) {
        term(part.term());
        for (Statement.With with : part.withs()) {
          with(with);
        }
      }
    }
  }
}
