package dev.seaworthy.rego;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ThreadsTest {

  private static final int THREADS = 8;
  private static final int EVALUATIONS = 10_000;

  private static final String POLICY =
      "package test\n"
          + "import data.limits\n"
          + "deny contains message if {\n"
          + "  some i, c in input.containers\n"
          + "  not small(c)\n"
          + "  message := sprintf(\"%d: %s %v\", [i, c.name, {c.size, limits.size}])\n"
          + "}\n"
          + "small(c) if c.size < limits.size\n"
          + "sizes[c.name] := c.size if some c in input.containers\n"
          + "total := n if { n := sum([s | some s in sizes]) with data.limits as {\"size\": 1} }\n"
          + "all := {\"deny\": deny, \"total\": total, \"name\": $\"{input.name} {count(deny)}\"}\n";

  @Test
  void manyThreadsGetWhatOneGets() throws Exception {
    PreparedQuery query =
        RegoCompiler.builder()
            .module("test.rego", POLICY)
            .data((RegoObject) Rego.json("{\"limits\": {\"size\": 5}}"))
            .compile()
            .query("data.test.all");
    List<RegoValue> inputs = new ArrayList<>();
    List<List<QueryResult>> expected = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      RegoValue input =
          Rego.json(
              "{\"name\": \"n%d\", \"containers\": [{\"name\": \"a\", \"size\": %d}, {\"name\": \"b\", \"size\": %d}]}"
                  .formatted(i, i % 10, i % 7));
      inputs.add(input);
      expected.add(query.evaluate(input));
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int first = thread;
        tasks.add(() -> evaluate(query, inputs, expected, first));
      }
      int evaluated = 0;
      for (Future<Integer> future : threads.invokeAll(tasks)) {
        evaluated += future.get();
      }
      assertThat(evaluated).isEqualTo(EVALUATIONS);
    } finally {
      threads.shutdownNow();
    }
  }

  private static int evaluate(
      PreparedQuery query, List<RegoValue> inputs, List<List<QueryResult>> expected, int first)
      throws RegoException {
    int evaluated = 0;
    for (int i = first; i < EVALUATIONS; i += THREADS) {
      int which = i % inputs.size();
      assertThat(query.evaluate(inputs.get(which))).isEqualTo(expected.get(which));
      evaluated++;
    }
    return evaluated;
  }
}
