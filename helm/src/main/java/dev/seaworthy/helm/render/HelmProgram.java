package dev.seaworthy.helm.render;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Runs an installed {@code helm}. */
final class HelmProgram {

  /**
   * What a run of the program came to.
   *
   * @param status the exit status
   * @param output what it wrote to standard output
   * @param errors the end of what it wrote to standard error
   */
  record Run(int status, String output, String errors) {}

  private static final int ERROR_BYTES = 1 << 20;

  private final Path helm;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();
  private volatile boolean isClosed;

  HelmProgram(Path helm) {
    this.helm = helm;
  }

  /** Runs it in {@code home}, without anything of the user. */
  Run run(List<String> arguments, Path home, EngineLimits limits)
      throws EngineUnavailableException, LimitException {
    ProcessBuilder builder = builder(arguments, home);
    EngineEnvironment.restrict(builder.environment(), home, limits);
    return run(builder, limits);
  }

  /** Runs it with the environment of this process. */
  Run runWithEnvironment(List<String> arguments, Path home, EngineLimits limits)
      throws EngineUnavailableException, LimitException {
    return run(builder(arguments, home), limits);
  }

  private ProcessBuilder builder(List<String> arguments, Path home) {
    List<String> command = new ArrayList<>();
    command.add(helm.toString());
    command.addAll(arguments);
    return new ProcessBuilder(command).directory(home.toFile());
  }

  private Run run(ProcessBuilder builder, EngineLimits limits)
      throws EngineUnavailableException, LimitException {
    Process process = start(builder);
    running.add(process);
    try {
      if (isClosed) {
        throw new IllegalStateException("the engine is closed");
      }
      process.getOutputStream().close();
      return await(process, limits);
    } catch (IOException e) {
      if (isClosed) {
        throw new LimitException(RenderResult.Reason.CANCELLED);
      }
      throw unavailable(e);
    } finally {
      process.destroyForcibly();
      running.remove(process);
    }
  }

  private Process start(ProcessBuilder builder) throws EngineUnavailableException {
    try {
      return builder.start();
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private static Run await(Process process, EngineLimits limits)
      throws IOException, LimitException {
    ErrorTail errors = ErrorTail.of(process, ERROR_BYTES);
    InputStream in = process.getInputStream();
    byte[] output =
        new BoundedCall(process, limits.time(), limits.memoryBytes())
            .await(() -> in.readNBytes((int) limits.outputBytes() + 1));
    if (output.length > limits.outputBytes()) {
      throw new LimitException(RenderResult.Reason.OUTPUT);
    }
    int status =
        new BoundedCall(process, limits.time(), limits.memoryBytes()).await(process::waitFor);
    return new Run(status, new String(output, StandardCharsets.UTF_8), errors.text());
  }

  private EngineUnavailableException unavailable(IOException cause) {
    return new EngineUnavailableException(
        "'" + helm + "' cannot be run: " + reason(cause),
        "Name an executable 'helm', or use the engine that comes with Seaworthy.");
  }

  /** The system's words, without the command and the folder that Java puts in front of them. */
  private static String reason(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.replaceFirst("(?s)^Cannot run program .*: error=\\d+, ", "");
  }

  void close() {
    isClosed = true;
    running.forEach(Process::destroyForcibly);
  }
}
