package dev.seaworthy.rego;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoJson;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoText;
import dev.seaworthy.rego.value.RegoValue;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** A policy to be asked in a test, in short. Values go in and come out as text. */
final class Rego {

  /** What a query gives that is undefined. */
  static final String UNDEFINED = "undefined";

  private final RegoCompiler.Builder compiler = RegoCompiler.builder();
  private EvaluationOptions options = EvaluationOptions.DEFAULT;
  private Optional<RegoValue> input = Optional.empty();
  private RegoObject data = RegoObject.EMPTY;
  private int modules;

  private Rego() {}

  /** A policy of these modules; they are called {@code 0.rego}, {@code 1.rego} and so on. */
  static Rego of(String... texts) {
    Rego rego = new Rego();
    for (String text : texts) {
      rego.compiler.module(rego.modules++ + ".rego", text);
    }
    return rego;
  }

  /** A policy of these rules, in the package {@code test}. */
  static Rego rules(String... lines) {
    return of("package test\n" + String.join("\n", lines));
  }

  Rego input(String json) {
    input = Optional.of(json(json));
    return this;
  }

  Rego data(String json) {
    data = (RegoObject) json(json);
    return this;
  }

  Rego options(EvaluationOptions.Builder builder) {
    options = builder.build();
    return this;
  }

  RegoCompiler.Builder compiler() {
    return compiler;
  }

  static RegoValue json(String text) {
    try {
      return RegoJson.parse(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The value of a rule of the package {@code test}, in Rego's notation. */
  String get(String rule) {
    return value("data.test." + rule);
  }

  /** The value of the first statement of a query in its first solution. */
  String value(String query) {
    List<QueryResult> results = results(query);
    return results.isEmpty() ? UNDEFINED : results.get(0).expressions().get(0).toString();
  }

  /** The bindings of all solutions of a query, as JSON. */
  String bindings(String query) {
    List<RegoValue> all = new ArrayList<>();
    for (QueryResult result : results(query)) {
      all.add(RegoObject.of(strings(result)));
    }
    return RegoText.json(RegoArray.of(all));
  }

  private static Map<RegoValue, RegoValue> strings(QueryResult result) {
    Map<RegoValue, RegoValue> bindings = new HashMap<>();
    result.bindings().forEach((name, value) -> bindings.put(RegoValue.of(name), value));
    return bindings;
  }

  List<QueryResult> results(String query) {
    return unchecked(() -> compiler.compile().query(query).evaluate(input, data, options));
  }

  /** The error of an evaluation. */
  RegoError error(String rule) {
    try {
      PreparedQuery query = compiler.compile().query("data.test." + rule);
      throw new AssertionError("no error but " + query.evaluate(input, data, options));
    } catch (RegoException e) {
      return e.errors().get(0);
    }
  }

  /** The errors of the compiler, a line each. */
  String errors() {
    try {
      compiler.compile();
      return "";
    } catch (RegoException e) {
      return e.getMessage();
    }
  }

  private static <T> T unchecked(ThrowingSupplier<T> action) {
    try {
      return action.get();
    } catch (Throwable e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }
}
