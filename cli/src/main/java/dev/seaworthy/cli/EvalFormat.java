package dev.seaworthy.cli;

import dev.seaworthy.rego.QueryResult;
import dev.seaworthy.rego.trace.Profile;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The ways to write the results of a query; what they look like is {@code opa}'s choice. */
enum EvalFormat {
  JSON {
    @Override
    String write(EvalResult result) {
      Map<String, Object> document = new LinkedHashMap<>();
      if (!result.solutions().isEmpty()) {
        document.put(
            "result", result.solutions().stream().map(found -> solution(result, found)).toList());
      }
      result.explanation().ifPresent(found -> document.put("explanation", found.json()));
      result.profile().ifPresent(lines -> document.put("profile", lines(lines)));
      return Json.of(document) + "\n";
    }
  },
  PRETTY {
    @Override
    String write(EvalResult result) {
      String explanation = result.explanation().map(Explanation::text).orElse("");
      String profile = result.profile().map(EvalFormat::table).orElse("");
      return explanation + pretty(result) + profile;
    }
  },
  VALUES {
    @Override
    String write(EvalResult result) {
      return each(result, found -> Json.of(found.expressions()));
    }
  },
  BINDINGS {
    @Override
    String write(EvalResult result) {
      return each(result, found -> Json.of(found.bindings()));
    }
  },
  RAW {
    @Override
    String write(EvalResult result) {
      return each(
          result,
          found ->
              found.expressions().stream().map(EvalFormat::raw).collect(Collectors.joining(" ")));
    }
  };

  /** What goes to standard output. */
  abstract String write(EvalResult result);

  /** The name in options. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String each(EvalResult result, Function<QueryResult, String> text) {
    return result.solutions().stream()
        .map(found -> text.apply(found) + "\n")
        .collect(Collectors.joining());
  }

  private static String raw(RegoValue value) {
    return value instanceof RegoString string ? string.value() : Json.compact(value);
  }

  private static Map<String, Object> solution(EvalResult result, QueryResult found) {
    List<Object> expressions = new ArrayList<>();
    for (int i = 0; i < found.expressions().size(); i++) {
      EvalResult.Text statement = result.statements().get(i);
      Map<String, Object> location = new LinkedHashMap<>();
      location.put("row", statement.location().row());
      location.put("col", statement.location().column());
      Map<String, Object> expression = new LinkedHashMap<>();
      expression.put("value", found.expressions().get(i));
      expression.put("text", statement.text());
      expression.put("location", location);
      expressions.add(expression);
    }
    Map<String, Object> solution = new LinkedHashMap<>();
    solution.put("expressions", expressions);
    if (!found.bindings().isEmpty()) {
      solution.put("bindings", found.bindings());
    }
    return solution;
  }

  private static List<Object> lines(List<Profile.Line> lines) {
    List<Object> list = new ArrayList<>();
    for (Profile.Line line : lines) {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("total_time_ns", line.nanoseconds());
      members.put("num_eval", line.evaluations());
      members.put("num_redo", line.redos());
      members.put("num_gen_expr", line.parts());
      members.put("location", RegoErrors.location(line.location()));
      list.add(members);
    }
    return list;
  }

  private static String table(List<Profile.Line> lines) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("TIME", "EVAL", "REDO", "PARTS", "LOCATION"));
    for (Profile.Line line : lines) {
      String file = line.location().file();
      rows.add(
          List.of(
              Durations.of(line.nanoseconds()),
              String.valueOf(line.evaluations()),
              String.valueOf(line.redos()),
              String.valueOf(line.parts()),
              (file.isEmpty() ? "query" : file) + ":" + line.location().row()));
    }
    return "\n" + Table.of(rows);
  }

  private static String pretty(EvalResult result) {
    List<QueryResult> solutions = result.solutions();
    if (solutions.isEmpty()) {
      return "undefined\n";
    }
    QueryResult first = solutions.get(0);
    boolean bare = first.bindings().isEmpty();
    if (bare && solutions.size() == 1 && first.expressions().size() == 1) {
      return Json.of(first.expressions().get(0)) + "\n";
    }
    BoxedTable table =
        new BoxedTable(
            bare
                ? result.statements().stream().map(EvalResult.Text::text).toList()
                : List.copyOf(first.bindings().keySet()));
    for (QueryResult found : solutions) {
      List<RegoValue> cells = bare ? found.expressions() : List.copyOf(found.bindings().values());
      table.row(cells.stream().map(Json::compact).toList());
    }
    return table.toString();
  }
}
