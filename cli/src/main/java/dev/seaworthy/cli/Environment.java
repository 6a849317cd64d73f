package dev.seaworthy.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All that a command knows of the world around it.
 *
 * @param in standard input
 * @param out standard output: results and nothing else
 * @param err standard error, in UTF-8
 * @param outIsTerminal whether a person reads standard output
 * @param errIsTerminal whether a person reads standard error
 * @param workingDirectory an absolute path; relative paths start there
 * @param variables the environment variables
 * @param today the date; asked for only where it matters, for reading the clock's zone takes time
 */
record Environment(
    InputStream in,
    OutputStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Path workingDirectory,
    Map<String, String> variables,
    Supplier<LocalDate> today) {

  /** The launcher tells which streams are terminals: Java 17 cannot find out on its own. */
  private static final String TERMINALS = "seaworthy.terminals";

  static Environment ofProcess() {
    String terminals = System.getProperty(TERMINALS, "");
    return new Environment(
        System.in,
        new PipeOutputStream(new FileOutputStream(FileDescriptor.out)),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        terminals.contains("out"),
        terminals.contains("err"),
        Path.of("").toAbsolutePath(),
        System.getenv(),
        LocalDate::now);
  }

  /** Whether a variable is set to something. */
  boolean has(String variable) {
    return !variables.getOrDefault(variable, "").isEmpty();
  }

  /** Whether a person watches standard error, on a terminal that can erase what was written. */
  boolean isInteractive() {
    return errIsTerminal && !has("CI") && !isDumb();
  }

  /** Whether results on standard output are coloured unless the user says otherwise. */
  boolean wantsColour() {
    return outIsTerminal && !has("NO_COLOR") && !isDumb();
  }

  private boolean isDumb() {
    return "dumb".equals(variables.get("TERM"));
  }
}
