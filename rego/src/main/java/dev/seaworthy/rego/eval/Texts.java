package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.PrintHook;
import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Interpolated strings and prints: what has no value stands there as {@code <undefined>}. */
public final class Texts {

  private static final String UNDEFINED = "<undefined>";
  private static final int CHARACTERS_PER_STEP = 16;

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
      String part = text(parts[i].evaluate(frame));
      frame.evaluation.enter(location);
      frame.evaluation.spend(1 + part.length() / CHARACTERS_PER_STEP);
      text.append(i == 0 ? "" : separator).append(part);
    }
    return text.toString();
  }

  private static String text(@Nullable RegoValue value) {
    if (value == null) {
      return UNDEFINED;
    }
    return value instanceof RegoString string ? string.value() : value.toString();
  }
}
