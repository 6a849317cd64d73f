package dev.seaworthy.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A run of the program within the test's own process.
 *
 * @param status the exit status
 * @param out what went to standard output
 * @param err what went to standard error
 */
record Invocation(int status, String out, String err) {

  static final Path PROJECT = Path.of(System.getProperty("project.root")).toAbsolutePath();

  static Invocation in(Path workingDirectory, List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment environment =
        new Environment(
            InputStream.nullInputStream(),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            workingDirectory,
            Map.of(),
            () -> LocalDate.of(2026, 1, 1));
    int status = Cli.run(arguments, environment);
    return new Invocation(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
