package dev.seaworthy.helm.render;

import dev.seaworthy.helm.render.RenderResult.Reason;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** An engine process, seen from this one. Used by one thread at a time, but for {@link #kill}. */
final class Worker {

  /** How long a process may take until it is ready. */
  private static final Duration START = Duration.ofSeconds(60);

  private static final int MESSAGE_LIMIT = 1 << 24;
  private static final int ERROR_CHARACTERS = 1 << 14;

  /** The library leaves a few threads' worth of memory behind with each request. */
  private static final int MOST_REQUESTS = 1000;

  private final Process process;
  private final EngineLimits limits;
  private final DataOutputStream out;
  private final DataInputStream in;
  private final ErrorTail errors;
  private Optional<String> version = Optional.empty();
  private int requests;
  private volatile boolean isKilled;

  Worker(Process process, EngineLimits limits) {
    this.process = process;
    this.limits = limits;
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    this.errors = ErrorTail.of(process, ERROR_CHARACTERS);
  }

  /** Lets the process get ready to render in {@code home}, without waiting for it. */
  void load(Path library, Path home) throws EngineUnavailableException {
    load(List.of(library.toString(), EngineEnvironment.kubeconfig(home).toString()));
  }

  /** Lets the process load the library, without waiting for it. */
  void load(Path library) throws EngineUnavailableException {
    load(List.of(library.toString()));
  }

  private void load(List<String> arguments) throws EngineUnavailableException {
    try {
      new Command(Command.Kind.LOAD, arguments).write(out);
    } catch (IOException e) {
      throw notStarted("");
    }
  }

  /** Helm's version; waits until the library is loaded. */
  String version() throws EngineUnavailableException, LimitException {
    if (version.isEmpty()) {
      version = Optional.of(awaitReady());
    }
    return version.get();
  }

  private String awaitReady() throws EngineUnavailableException, LimitException {
    try {
      Reply reply =
          new BoundedCall(process, START, Long.MAX_VALUE)
              .await(() -> Reply.read(in, MESSAGE_LIMIT));
      if (reply.kind() != Reply.Kind.READY) {
        throw notStarted(reply.text());
      }
      return reply.text();
    } catch (LimitException e) {
      if (e.reason() == Reason.CANCELLED) {
        throw e;
      }
      throw notStarted("it is not ready after " + START.toSeconds() + " seconds");
    } catch (IOException e) {
      if (isKilled) {
        throw new LimitException(Reason.CANCELLED);
      }
      throw notStarted(ErrorTail.cause(errors.text()));
    }
  }

  private EngineUnavailableException notStarted(String cause) {
    kill();
    return new EngineUnavailableException(
        "the Helm engine does not start" + (cause.isEmpty() ? "" : ": " + cause),
        "Use an installed 'helm' as the engine.");
  }

  /** Renders within the limits. After an answer that is {@code Failed}, the process is gone. */
  RenderResult render(RenderArguments arguments) throws EngineUnavailableException {
    try {
      version();
      requests++;
      List<String> command = new ArrayList<>();
      command.add(Long.toString(limits.outputBytes()));
      command.addAll(arguments.toList());
      return result(call(new Command(Command.Kind.RENDER, command), limits));
    } catch (LimitException e) {
      kill();
      return Failures.of(e.reason(), limits);
    } catch (IOException e) {
      return died();
    }
  }

  /** Updates dependencies, which takes as long as it takes. */
  DependencyUpdate updateDependencies(Path chart) throws EngineUnavailableException {
    try {
      version();
      Command command =
          new Command(Command.Kind.UPDATE_DEPENDENCIES, List.of(chart.toAbsolutePath().toString()));
      Reply reply = call(command, limits.withTime(Duration.ofHours(1)));
      return new DependencyUpdate(reply.kind() == Reply.Kind.OUTPUT, reply.text());
    } catch (LimitException | IOException e) {
      return new DependencyUpdate(false, "the Helm engine was ended");
    }
  }

  private Reply call(Command command, EngineLimits within) throws IOException, LimitException {
    return new BoundedCall(process, within.time(), within.memoryBytes())
        .await(
            () -> {
              command.write(out);
              return Reply.read(in, Math.max(within.outputBytes(), MESSAGE_LIMIT));
            });
  }

  private RenderResult result(Reply reply) {
    switch (reply.kind()) {
      case OUTPUT:
        return new RenderResult.Rendered(reply.text());
      case REFUSAL:
        return new RenderResult.Refused(reply.text());
      case TOO_LARGE:
        kill();
        return Failures.of(Reason.OUTPUT, limits);
      default:
        kill();
        return Failures.crashed(reply.text());
    }
  }

  private RenderResult died() {
    boolean wasWanted = !isKilled;
    kill();
    String said = errors.text();
    if (!wasWanted) {
      return Failures.of(Reason.CANCELLED, limits);
    }
    if (ErrorTail.tellsOfMemory(said)) {
      return Failures.of(Reason.MEMORY, limits);
    }
    return Failures.crashed(ErrorTail.cause(said));
  }

  /**
   * Whether the process can take another request; one that grew a lot would not have a fair start.
   */
  boolean isReusable() {
    return !isKilled
        && process.isAlive()
        && requests < MOST_REQUESTS
        && ProcessMemory.residentBytes(process.pid()) < limits.memoryBytes() / 2;
  }

  /** Ends the process at once. */
  void kill() {
    isKilled = true;
    process.destroyForcibly();
  }

  /** Waits until a process that was ended is gone, so that its files can be deleted. */
  void awaitEnd() {
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
