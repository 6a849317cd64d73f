package dev.seaworthy.helm.render;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The program that runs in an engine process: it reads commands from standard input and writes
 * replies to standard output. When its input ends, it ends, whatever it is doing: so it never
 * outlives the process that started it.
 */
final class RenderWorker {

  private static final int EXIT_PROTOCOL = 3;

  private final DataOutputStream out;
  private @Nullable NativeHelm helm;

  private RenderWorker(DataOutputStream out) {
    this.out = out;
  }

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    System.setOut(System.err);
    RenderWorker worker = new RenderWorker(out);
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      while (true) {
        Command command = Command.read(in);
        executor.execute(() -> worker.answer(command));
      }
    } catch (IOException | RuntimeException e) {
      Runtime.getRuntime().halt(0);
    }
  }

  private void answer(Command command) {
    try {
      reply(command).write(out);
    } catch (IOException e) {
      Runtime.getRuntime().halt(EXIT_PROTOCOL);
    }
  }

  private Reply reply(Command command) {
    List<String> arguments = command.arguments();
    try {
      switch (command.kind()) {
        case LOAD:
          if (arguments.size() > 1) {
            NoCluster.start(Path.of(arguments.get(1)));
          }
          helm = NativeHelm.load(Path.of(arguments.get(0)));
          return Reply.of(Reply.Kind.READY, helm.version());
        case UPDATE_DEPENDENCIES:
          return Objects.requireNonNull(helm).updateDependencies(arguments.get(0));
        default:
          return Objects.requireNonNull(helm)
              .render(
                  RenderArguments.ofList(arguments.subList(1, arguments.size())),
                  Long.parseLong(arguments.get(0)));
      }
    } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
      return Reply.of(Reply.Kind.FAULT, String.valueOf(e.getMessage()));
    }
  }
}
