package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All rules of one document. Each document has a value of its own in each context, which is
 * computed once.
 */
public final class Rules {

  private static final RegoValue[] NO_ARGUMENTS = {};

  private final Kind kind;
  private final int id;
  private final RegoValue[] path;
  private final List<Clause> clauses = new ArrayList<>();
  private @Nullable Clause fallback;
  private @Nullable RegoValue constant;
  private boolean uniform;

  /** What rules define. */
  public enum Kind {
    VALUE,
    SET,
    OBJECT
  }

  /**
   * @param id the number of its place in the cache
   * @param path where the document is, in data
   */
  public Rules(Kind kind, int id, List<RegoValue> path) {
    this.kind = kind;
    this.id = id;
    this.path = path.toArray(RegoValue[]::new);
  }

  /**
   * Adds a rule. Rules may refer to each other, so they are added after all documents are there.
   */
  public void add(Clause clause) {
    clauses.add(clause);
  }

  /** Adds the rule that counts if no other has a value. */
  public void addDefault(Clause clause) {
    fallback = clause;
  }

  /** Says that the value is always the same. */
  public void fix(RegoValue value) {
    constant = value;
  }

  /** Says that all rules give the same value, so that one that holds is enough. */
  public void stopAtFirst() {
    uniform = true;
  }

  /** The document, or what {@code with} put in its place. */
  public Expression reference() {
    return new Expression() {
      @Override
      @Nullable RegoValue evaluate(Frame frame) {
        return isReplaced(frame.context)
            ? Lookup.inBase(frame.context.data(), path, path.length)
            : value(frame);
      }
    };
  }

  boolean isReplaced(Context context) {
    return context.isReplaced(path, path.length);
  }

  @Nullable RegoValue value(Frame caller) {
    if (constant != null) {
      return constant;
    }
    Context context = caller.context;
    Object known = context.cached(id);
    if (known == null) {
      context.cache(id, Context.RUNNING);
      RegoValue value = compute(caller);
      context.cache(id, value == null ? Context.UNDEFINED : value);
      return value;
    }
    if (known == Context.RUNNING) {
      throw EvaluationException.internal("a rule depends on itself: " + List.of(path));
    }
    return known == Context.UNDEFINED ? null : (RegoValue) known;
  }

  private @Nullable RegoValue compute(Frame caller) {
    return switch (kind) {
      case VALUE -> computeValue(caller);
      case SET -> computeSet(caller);
      case OBJECT -> computeObject(caller);
    };
  }

  private @Nullable RegoValue computeValue(Frame caller) {
    RegoValue result = null;
    for (Clause clause : clauses) {
      RegoValue value = clause.run(caller, NO_ARGUMENTS, null);
      if (value != null && result != null && !caller.evaluation.equal(result, value)) {
        throw EvaluationException.conflict(clause.location(), Clause.VALUE_CONFLICT);
      }
      result = value == null ? result : value;
      if (result != null && uniform) {
        return result;
      }
    }
    return result == null && fallback != null ? fallback.run(caller, NO_ARGUMENTS, null) : result;
  }

  private RegoValue computeSet(Frame caller) {
    RegoSet.Builder set = RegoSet.builder();
    for (Clause clause : clauses) {
      clause.run(caller, NO_ARGUMENTS, set);
    }
    return caller.evaluation.made(set.build());
  }

  private RegoValue computeObject(Frame caller) {
    ObjectTree tree = new ObjectTree();
    for (Clause clause : clauses) {
      clause.run(caller, NO_ARGUMENTS, tree);
    }
    return caller.evaluation.made(tree.build());
  }
}
