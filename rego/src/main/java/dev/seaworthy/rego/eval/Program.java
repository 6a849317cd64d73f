package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.EvaluationOptions;
import dev.seaworthy.rego.QueryResult;
import dev.seaworthy.rego.RegoError;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A compiled query. Immutable: all that changes is in the frames of an evaluation. */
public final class Program {

  private final FrameSize size;
  private final Flow body;
  private final RegoLocation location;

  /**
   * @param body ends with {@link #solution}
   */
  public Program(FrameSize size, Flow body, RegoLocation location) {
    this.size = size;
    this.body = body;
    this.location = location;
  }

  /**
   * The end of a query.
   *
   * @param variables the variables that a solution binds, and their slots
   * @param values the values of the statements
   */
  public static Flow solution(Map<String, Integer> variables, List<Expression> values) {
    Map<String, Integer> ordered = new LinkedHashMap<>(variables);
    return new Flow() {
      @Override
      boolean run(Frame frame) {
        Map<String, RegoValue> bindings = new LinkedHashMap<>();
        ordered.forEach(
            (name, slot) -> bindings.put(name, Objects.requireNonNull(frame.slots[slot])));
        List<RegoValue> expressions = new ArrayList<>();
        for (Expression value : values) {
          expressions.add(Objects.requireNonNull(value.evaluate(frame)));
        }
        bindings.values().forEach(frame.evaluation::keep);
        expressions.forEach(frame.evaluation::keep);
        solutions(frame).add(new QueryResult(bindings, expressions));
        return false;
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static List<QueryResult> solutions(Frame frame) {
    return (List<QueryResult>) frame.cells[0];
  }

  /** Evaluates the query. */
  public List<QueryResult> run(
      @Nullable RegoValue input, @Nullable RegoValue data, EvaluationOptions options)
      throws RegoException {
    Context context = new Context(input, data);
    Frame frame = new Frame(new Evaluation(options, location), context, size);
    List<QueryResult> solutions = new ArrayList<>();
    frame.cells[0] = solutions;
    try {
      body.run(frame);
    } catch (EvaluationException e) {
      throw new RegoException(e.error());
    } catch (OutOfMemoryError e) {
      // what the evaluation holds is garbage by now
      String message = "evaluation needs more memory than there is";
      throw new RegoException(new RegoError("eval_internal_error", Optional.of(location), message));
    } catch (StackOverflowError e) {
      String message = "evaluation is nested too deeply";
      throw new RegoException(new RegoError("eval_internal_error", Optional.of(location), message));
    }
    return solutions;
  }
}
