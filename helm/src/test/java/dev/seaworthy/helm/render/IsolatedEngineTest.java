package dev.seaworthy.helm.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seaworthy.helm.render.RenderResult.Failed;
import dev.seaworthy.helm.render.RenderResult.Reason;
import dev.seaworthy.helm.render.RenderResult.Rendered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bounds of engine processes, with a program in the engine's place that does not keep them. */
class IsolatedEngineTest {

  private static final EngineLimits PATIENT =
      EngineLimits.DEFAULT.withProcesses(2).withTime(Duration.ofMinutes(5));

  @TempDir Path folder;

  private final List<HelmEngine> engines = new ArrayList<>();

  private HelmEngine engine(EngineLimits limits) throws IOException {
    NativeLibrary library = PackedLibraries.create(folder, folder.resolve("cache"), "library");
    HelmEngine engine =
        new IsolatedEngine(library, limits, new WorkerLauncher(FakeWorker.class, limits));
    engines.add(engine);
    return engine;
  }

  private RenderRequest request(String behaviour) throws IOException {
    return RenderRequest.of(Files.createDirectories(folder.resolve(behaviour)), "1.34");
  }

  private static Reason reason(RenderResult result) {
    return ((Failed) result).reason();
  }

  private static String output(RenderResult result) {
    assertThat(result).isInstanceOf(Rendered.class);
    return ((Rendered) result).output();
  }

  @AfterEach
  void close() {
    engines.forEach(HelmEngine::close);
  }

  @Test
  void usesAProcessAgain() throws Exception {
    HelmEngine engine = engine(PATIENT);
    String first = output(engine.render(request("fine")));
    assertThat(output(engine.render(request("fine")))).isEqualTo(first);
    assertThat(engine.version()).contains("v3.0.0-fake");
  }

  @Test
  void endsARenderingThatTakesTooLong() throws Exception {
    HelmEngine engine = engine(PATIENT.withTime(Duration.ofMillis(200)));
    RenderResult result = engine.render(request("hang"));
    assertThat(result)
        .isEqualTo(
            new Failed(
                Reason.TIME,
                "rendering takes longer than 0.2 seconds",
                "Look for a loop without an end in the templates, or allow more time."));
  }

  @Test
  void endsARenderingThatTakesTooMuchMemory() throws Exception {
    assumeTrue(ProcessMemory.residentBytes(ProcessHandle.current().pid()) > 0, "not on Linux");
    EngineLimits limits = PATIENT.withMemoryBytes(200L << 20).withOutputBytes(600 << 20);
    assertThat(reason(engine(limits).render(request("grow")))).isEqualTo(Reason.MEMORY);
  }

  @Test
  void readsNoMoreOutputThanAllowed() throws Exception {
    HelmEngine engine = engine(PATIENT);
    assertThat(reason(engine.render(request("too-large")))).isEqualTo(Reason.OUTPUT);
    assertThat(reason(engine.render(request("flood")))).isEqualTo(Reason.CRASHED);
  }

  @Test
  void tellsWhyAProcessCrashed() throws Exception {
    HelmEngine engine = engine(PATIENT);
    RenderResult crash = engine.render(request("crash"));
    assertThat(((Failed) crash).message()).isEqualTo("the Helm engine crashed: stack overflow");
    assertThat(reason(engine.render(request("no-memory")))).isEqualTo(Reason.MEMORY);
    assertThat(reason(engine.render(request("garbage")))).isEqualTo(Reason.CRASHED);
  }

  @Test
  void startsAnotherProcessAfterACrash() throws Exception {
    HelmEngine engine = engine(PATIENT);
    String before = output(engine.render(request("fine")));
    assertThat(reason(engine.render(request("crash")))).isEqualTo(Reason.CRASHED);
    assertThat(output(engine.render(request("fine")))).isNotEqualTo(before);
  }

  @Test
  void isNotBlockedByWhatAProcessSays() throws Exception {
    assertThat(output(engine(PATIENT).render(request("noise")))).startsWith("process ");
  }

  @Test
  void startsNoMoreProcessesThanAllowed() throws Exception {
    HelmEngine engine = engine(PATIENT);
    RenderRequest request = request("fine");
    Set<String> processes = ConcurrentHashMap.newKeySet();
    ExecutorService executor = Executors.newFixedThreadPool(8);
    List<Future<Boolean>> tasks =
        IntStream.range(0, 40)
            .mapToObj(i -> executor.submit(() -> processes.add(output(engine.render(request)))))
            .toList();
    for (Future<Boolean> task : tasks) {
      task.get();
    }
    executor.shutdown();
    assertThat(processes).hasSizeBetween(1, 2);
  }

  @Test
  void startsASecondProcessWhenTheFirstIsBusy() throws Exception {
    HelmEngine engine = engine(PATIENT);
    Thread busy = new Thread(() -> engine.render(uncheckedRequest("hang")));
    String first = output(engine.render(request("fine")));
    busy.start();
    String second = first;
    while (second.equals(first)) {
      second = output(engine.render(request("fine")));
    }
    engine.close();
    busy.join();
    assertThat(second).startsWith("process ");
  }

  private RenderRequest uncheckedRequest(String behaviour) {
    try {
      return request(behaviour);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void usesTheProcessThatWasPrepared() throws Exception {
    HelmEngine engine = engine(PATIENT);
    engine.prepare();
    String first = output(engine.render(request("fine")));
    assertThat(output(engine.render(request("fine")))).isEqualTo(first);
  }

  @Test
  void givesUpWhenTheThreadIsInterrupted() throws Exception {
    HelmEngine engine = engine(PATIENT);
    RenderRequest request = request("fine");
    Thread.currentThread().interrupt();
    RenderResult result = engine.render(request);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(reason(result)).isEqualTo(Reason.CANCELLED);
  }

  @Test
  void endsRunningRequestsWhenItIsClosed() throws Exception {
    HelmEngine engine = engine(PATIENT);
    RenderRequest request = request("hang");
    assertThat(engine.version()).isPresent();
    CountDownLatch started = new CountDownLatch(1);
    ExecutorService executor = Executors.newSingleThreadExecutor();
    Future<RenderResult> hanging =
        executor.submit(
            () -> {
              started.countDown();
              return engine.render(request);
            });
    started.await();
    while (engine.version().isEmpty()) {
      Thread.onSpinWait();
    }
    engine.close();
    executor.shutdown();
    // the request may have come too late
    try {
      assertThat(reason(hanging.get())).isEqualTo(Reason.CANCELLED);
    } catch (ExecutionException e) {
      assertThat(e).hasCauseInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void takesNoRequestsAfterItWasClosed() throws Exception {
    HelmEngine engine = engine(PATIENT);
    engine.close();
    RenderRequest request = request("fine");
    assertThatThrownBy(() -> engine.render(request)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void leavesNoFilesBehind() throws Exception {
    HelmEngine engine = engine(PATIENT);
    Path home = Path.of(output(engine.render(request("home"))));
    assertThat(home).isDirectory();
    engine.close();
    assertThat(home.getParent()).doesNotExist();
  }

  @Test
  void isUnavailableWithoutALibraryForThePlatform() throws Exception {
    NativeLibrary none =
        new NativeLibrary(folder, new Platform("linux", "riscv64"), getClass().getClassLoader());
    try (HelmEngine engine = HelmEngine.isolated(none, PATIENT)) {
      assertThat(engine.render(request("fine")))
          .isEqualTo(
              new Failed(
                  Reason.UNAVAILABLE,
                  "there is no Helm engine for linux/riscv64",
                  "Use an installed 'helm' as the engine."));
      assertThat(engine.version()).isEmpty();
    }
  }

  @Test
  void isUnavailableWithALibraryThatIsNone() throws Exception {
    NativeLibrary broken = PackedLibraries.create(folder, folder.resolve("cache"), "no library");
    try (HelmEngine engine = HelmEngine.isolated(broken, PATIENT)) {
      Failed result = (Failed) engine.render(request("fine"));
      assertThat(result.reason()).isEqualTo(Reason.UNAVAILABLE);
      assertThat(result.message()).startsWith("the Helm engine does not start: ");
    }
  }
}
