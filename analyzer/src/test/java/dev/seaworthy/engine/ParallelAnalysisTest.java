package dev.seaworthy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.report.JsonReport;
import dev.seaworthy.report.Tool;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.source.Discovery;
import dev.seaworthy.source.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelAnalysisTest {

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void findsTheSameWithAnyNumberOfThreads(int threads) throws IOException {
    Discovery sources = Discovery.of(IntStream.range(0, 300).mapToObj(i -> mixed(i)).toList());
    AnalysisResult expected = analyzer(1).analyze(sources);

    assertThat(expected.findings()).hasSizeGreaterThan(200);
    assertThat(expected.suppressed()).isNotEmpty();
    assertThat(expected.problems()).hasSizeGreaterThan(50);
    AnalysisResult result = analyzer(threads).analyze(sources);
    assertThat(result.equals(expected)).as("equal results").isTrue();
    assertThat(json(result)).isEqualTo(json(expected));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void tellsOfEachSourceThatIsDone(int threads) {
    Discovery sources = Discovery.of(IntStream.range(0, 50).mapToObj(i -> mixed(i)).toList());
    Queue<Integer> progress = new ConcurrentLinkedQueue<>();
    analyzer(threads).analyze(sources, progress::add);

    assertThat(progress)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 50).boxed().toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void endsWhenTheCallingThreadIsInterrupted(int threads) {
    AtomicInteger read = new AtomicInteger();
    List<Source> sources = lazy(1_000, read, () -> {});
    Thread caller = Thread.currentThread();

    assertThatThrownBy(
            () ->
                analyzer(threads)
                    .analyze(
                        Discovery.of(sources),
                        done -> {
                          if (done == 5) {
                            caller.interrupt();
                          }
                        }))
        .isInstanceOf(CancellationException.class)
        .hasMessage("interrupted while analysing");
    assertThat(caller.isInterrupted()).isTrue();
    assertThat(read.get()).isLessThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void doesNotStartWhenTheCallingThreadIsInterruptedAlready(int threads) {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> analyzer(threads).analyze(mixed(1), mixed(2)))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void doesNotWaitForABusyThreadWhenInterrupted() {
    Thread caller = Thread.currentThread();
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch helperIsBusy = new CountDownLatch(1);
    Rule blocking =
        AdHocRule.onObject(
            "blocking",
            (object, violations) -> {
              if (Thread.currentThread() == caller) {
                await(helperIsBusy);
                caller.interrupt();
              } else {
                helperIsBusy.countDown();
                await(never);
              }
            });
    Analyzer analyzer = Analyzer.builder().rules(List.of(blocking)).parallelism(2).build();

    assertThatThrownBy(() -> analyzer.analyze(pod("a.yaml"), pod("b.yaml")))
        .isInstanceOf(CancellationException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void endsWithTheErrorOfWhicheverThreadMetIt(int threads) {
    Error error = new OutOfMemoryError("for a test");
    AtomicInteger read = new AtomicInteger();
    List<Source> sources =
        lazy(
            1_000,
            read,
            () -> {
              if (read.get() >= 5) {
                throw error;
              }
            });

    assertThatThrownBy(() -> analyzer(threads).analyze(Discovery.of(sources))).isSameAs(error);
    assertThat(read.get()).isLessThan(1_000);
  }

  @Test
  void letsGoOfTheObjectsOfSourcesThatAreDone() {
    Queue<WeakReference<KubernetesObject>> seen = new ConcurrentLinkedQueue<>();
    Rule remembering =
        AdHocRule.onObject(
            "remembering",
            (object, violations) -> {
              seen.add(new WeakReference<>(object));
              violations.report(object.root().get("metadata", "name"), "it is wrong");
            });
    int count = 3_000;
    long[] aliveNearTheEnd = new long[1];
    AnalysisResult result =
        Analyzer.builder()
            .rules(List.of(remembering))
            .build()
            .analyze(
                Discovery.of(lazy(count, new AtomicInteger(), () -> {})),
                done -> {
                  if (done == count - 10) {
                    aliveNearTheEnd[0] = alive(seen);
                  }
                });

    assertThat(aliveNearTheEnd[0]).isLessThan(100);
    assertThat(alive(seen)).isLessThan(100);
    assertThat(result.findings()).hasSize(count);
  }

  private static long alive(Queue<WeakReference<KubernetesObject>> references) {
    System.gc();
    return references.stream().filter(reference -> reference.get() != null).count();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Analyzer analyzer(int threads) {
    List<Rule> rules = new ArrayList<>(TestRules.ALL);
    rules.add(
        AdHocRule.onObject(
            "crashing",
            (object, violations) -> {
              if (object.name().endsWith("7")) {
                throw new IllegalStateException("crash");
              }
            }));
    rules.add(
        AdHocRule.onProject(
            "first",
            (project, violations) ->
                violations.report(project.objects().get(0).root(), "it comes first")));
    return Analyzer.builder().rules(rules).parallelism(threads).build();
  }

  private static Source pod(String file) {
    return Source.of(file, "{apiVersion: v1, kind: Pod}");
  }

  /** Sources of many kinds: good, suppressed, broken, of no use, unreadable; some share a name. */
  private static Source mixed(int i) {
    String file = "folder-" + i % 7 + "/file-" + i % 250 + ".yaml";
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: pod-%d}
        spec:
          hostPID: true
          hostIPC: %s
          containers:
            - name: app
              securityContext: {privileged: true}
        """
            .formatted(i, i % 3 == 0);
    return switch (i % 6) {
      case 0, 1 -> Source.of(file, pod);
      case 2 -> Source.of(file, pod.replace("true\n", "true # seaworthy: ignore[host-pid] why\n"));
      case 3 -> Source.of(file, pod + "---\napiVersion: v1\nkind: [Pod\n");
      case 4 -> Source.of(file, "no manifest");
      default -> Source.of(file, (pod + "\u00e9").getBytes(StandardCharsets.ISO_8859_1));
    };
  }

  /** Sources that make their content when they are read. */
  private static List<Source> lazy(int count, AtomicInteger read, Runnable onRead) {
    return IntStream.range(0, count)
        .<Source>mapToObj(
            i ->
                new Source() {
                  @Override
                  public String name() {
                    return "pod-" + i + ".yaml";
                  }

                  @Override
                  public byte[] read(int limit) {
                    read.incrementAndGet();
                    onRead.run();
                    return ("{apiVersion: v1, kind: Pod, metadata: {name: pod-" + i + "}}")
                        .getBytes(StandardCharsets.UTF_8);
                  }
                })
        .toList();
  }

  private static String json(AnalysisResult result) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JsonReport(Tool.of("test", "1")).write(result, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
