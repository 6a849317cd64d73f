package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A function of a policy: all rules of its name. A call with the same arguments in the same context
 * is computed once.
 */
public final class Function extends Callee {

  private final int id;
  private final List<Clause> clauses = new ArrayList<>();
  private @Nullable Clause fallback;
  private boolean uniform;

  /**
   * @param id the number of its place in the cache
   */
  public Function(int id) {
    this.id = id;
  }

  public void add(Clause clause) {
    clauses.add(clause);
  }

  public void addDefault(Clause clause) {
    fallback = clause;
  }

  /** Says that all rules give the same value, so that one that holds is enough. */
  public void stopAtFirst() {
    uniform = true;
  }

  @Override
  @Nullable RegoValue call(Frame caller, RegoValue[] arguments, RegoLocation at) {
    Map<RegoValue, Object> results = results(caller.context);
    RegoValue key = arguments.length == 1 ? arguments[0] : RegoArray.of(arguments);
    caller.evaluation.keep(key);
    Object known = results.get(key);
    if (known == null) {
      RegoValue result = compute(caller, arguments);
      results.put(key, result == null ? Context.UNDEFINED : result);
      return result;
    }
    return known == Context.UNDEFINED ? null : (RegoValue) known;
  }

  @SuppressWarnings("unchecked")
  private Map<RegoValue, Object> results(Context context) {
    Object known = context.cached(id);
    if (known == null) {
      known = new HashMap<RegoValue, Object>();
      context.cache(id, known);
    }
    return (Map<RegoValue, Object>) known;
  }

  private @Nullable RegoValue compute(Frame caller, RegoValue[] arguments) {
    RegoValue result = null;
    for (Clause clause : clauses) {
      RegoValue value = clause.run(caller, arguments, null);
      if (value != null && result != null && !caller.evaluation.equal(result, value)) {
        throw EvaluationException.conflict(clause.location(), Clause.FUNCTION_CONFLICT);
      }
      result = value == null ? result : value;
      if (result != null && uniform) {
        return result;
      }
    }
    return result == null && fallback != null ? fallback.run(caller, arguments, null) : result;
  }
}
