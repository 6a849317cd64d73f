package dev.seaworthy.rego.conformance;

import dev.seaworthy.rego.EvaluationOptions;
import dev.seaworthy.rego.PreparedQuery;
import dev.seaworthy.rego.QueryResult;
import dev.seaworthy.rego.RegoCompiler;
import dev.seaworthy.rego.RegoError;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.builtin.ArgumentType;
import dev.seaworthy.rego.builtin.Builtin;
import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoJson;
import dev.seaworthy.rego.value.RegoNull;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoText;
import dev.seaworthy.rego.value.RegoValue;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Runs cases as OPA's test does. */
final class ConformanceRunner {

  private static final long SEED = 20_240_101;

  /** OPA's tests have it besides; there is no need to wait. */
  private static final Builtin SLEEP =
      new Builtin(
          "test.sleep",
          List.of(ArgumentType.of("string")),
          false,
          (context, arguments) -> RegoNull.NULL);

  private ConformanceRunner() {}

  /** What is wrong; empty if the case passes. */
  static Optional<String> failure(ConformanceCase one) {
    try {
      return failure(one, solutions(one));
    } catch (RegoException e) {
      return failure(one, e);
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.of(e + " at " + List.of(e.getStackTrace()).subList(0, 3));
    }
  }

  private static List<QueryResult> solutions(ConformanceCase one) throws RegoException {
    RegoCompiler.Builder compiler = RegoCompiler.builder().builtin(SLEEP);
    for (int i = 0; i < one.modules().size(); i++) {
      compiler.module("test-" + i + ".rego", one.modules().get(i));
    }
    PreparedQuery query = compiler.compile().query(one.query());
    EvaluationOptions options =
        EvaluationOptions.builder()
            .strictBuiltinErrors(one.strictError())
            .clock(Instant::now)
            .random(() -> new Random(SEED))
            .build();
    return query.evaluate(input(one), one.data(), options).stream()
        .filter(QueryResult::holds)
        .toList();
  }

  private static Optional<RegoValue> input(ConformanceCase one) throws RegoException {
    if (one.inputTerm().isEmpty()) {
      return one.input();
    }
    PreparedQuery term = RegoCompiler.builder().compile().query("x = " + one.inputTerm().get());
    return Optional.ofNullable(term.evaluate(RegoObject.EMPTY).get(0).bindings().get("x"));
  }

  private static Optional<String> failure(ConformanceCase one, RegoException error) {
    List<String> texts = new ArrayList<>();
    error.errors().forEach(e -> texts.add(opaText(e)));
    String text = String.join("\n", texts);
    boolean wanted = one.wantError().isPresent() || one.wantErrorCode().isPresent();
    boolean code =
        one.wantErrorCode()
            .map(want -> error.errors().stream().anyMatch(e -> e.code().equals(want)))
            .orElse(true);
    boolean message = one.wantError().map(text::contains).orElse(true);
    return wanted && code && message
        ? Optional.empty()
        : Optional.of("failed with " + text.replace("\n", "; ") + wanted(one));
  }

  private static String wanted(ConformanceCase one) {
    return one.wantErrorCode().map(code -> ", wanted " + code).orElse("")
        + one.wantError().map(message -> ", wanted " + message).orElse("");
  }

  /** OPA leaves out columns in the errors of an evaluation. */
  private static String opaText(RegoError error) {
    String place = error.location().map(at -> place(at) + ": ").orElse("");
    return place + error.code() + ": " + error.message();
  }

  private static String place(RegoLocation at) {
    return at.file().isEmpty() ? String.valueOf(at.row()) : at.file() + ":" + at.row();
  }

  private static Optional<String> failure(ConformanceCase one, List<QueryResult> solutions) {
    if (one.wantError().isPresent() || one.wantErrorCode().isPresent()) {
      return Optional.of("no error" + wanted(one));
    }
    if (one.wantDefined().isPresent() && one.wantDefined().get() == solutions.isEmpty()) {
      return Optional.of("defined: " + !solutions.isEmpty());
    }
    if (one.wantResult().isEmpty()) {
      return Optional.empty();
    }
    RegoSet wanted = RegoSet.of(one.wantResult().get().stream().map(v -> normal(v, one)).toList());
    RegoSet got = RegoSet.of(solutions.stream().map(s -> normal(bindings(s), one)).toList());
    return wanted.equals(got) ? Optional.empty() : Optional.of("got " + got + ", wanted " + wanted);
  }

  private static RegoObject bindings(QueryResult solution) {
    RegoObject.Builder bindings = RegoObject.builder();
    solution.bindings().forEach((name, value) -> bindings.put(name, asJson(value)));
    return bindings.build();
  }

  private static RegoValue asJson(RegoValue value) {
    try {
      return RegoJson.parse(RegoText.json(value));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RegoValue normal(RegoValue bindings, ConformanceCase one) {
    if (!one.sortBindings()) {
      return bindings;
    }
    RegoObject.Builder sorted = RegoObject.builder();
    RegoObject object = (RegoObject) bindings;
    for (RegoValue name : object.keys()) {
      RegoValue value = object.at(name);
      sorted.put(
          ((RegoString) name).value(),
          value instanceof RegoArray array
              ? RegoArray.of(array.items().stream().sorted().toList())
              : value);
    }
    return sorted.build();
  }
}
