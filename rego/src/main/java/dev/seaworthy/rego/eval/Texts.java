package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.PrintHook;
import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoText;
import dev.seaworthy.rego.value.RegoValue;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Interpolated strings and prints: what has no value stands there as {@code <undefined>}. */
public final class Texts {

  private static final String UNDEFINED = "<undefined>";
  private static final int CHARACTERS_PER_STEP = 4;
  private static final int MAX_LENGTH = 1 << 26;

  private Texts() {}

  public static Expression template(List<Expression> parts, RegoLocation location) {
    Expression[] array = parts.toArray(Expression[]::new);
    return new Expression() {
      @Override
      RegoValue evaluate(Frame frame) {
        return new RegoString(join(frame, array, "", location));
      }
    };
  }

  /** A print; its arguments are evaluated only if somebody listens. */
  public static Step print(List<Expression> arguments, RegoLocation location) {
    Expression[] array = arguments.toArray(Expression[]::new);
    return new Step() {
      @Override
      boolean holds(Frame frame) {
        Optional<PrintHook> hook = frame.evaluation.options().printHook();
        if (hook.isPresent()) {
          hook.get().print(location, join(frame, array, " ", location));
        }
        return true;
      }
    };
  }

  private static String join(
      Frame frame, Expression[] parts, String separator, RegoLocation location) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      RegoValue value = parts[i].evaluate(frame);
      Evaluation evaluation = frame.evaluation;
      evaluation.enter(location);
      int before = text.append(i == 0 ? "" : separator).length();
      String part = text(value, length -> check(evaluation, before + (long) length, location));
      check(evaluation, before + (long) part.length(), location);
      evaluation.spend(part.length() / CHARACTERS_PER_STEP);
      text.append(part);
    }
    return text.toString();
  }

  private static void check(Evaluation evaluation, long length, RegoLocation location) {
    evaluation.spend(1);
    if (length > MAX_LENGTH) {
      throw EvaluationException.of(
          location, "eval_budget_error", "the text is longer than " + MAX_LENGTH + " characters");
    }
  }

  private static String text(@Nullable RegoValue value, IntConsumer progress) {
    if (value == null) {
      return UNDEFINED;
    }
    return value instanceof RegoString string ? string.value() : RegoText.of(value, progress);
  }
}
