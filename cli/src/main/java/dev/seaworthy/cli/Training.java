package dev.seaworthy.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Uses the whole program once, while it is packaged, so that Java can keep the classes it loaded
 * for the next start. One process must do it all: an archive is made of one run.
 */
final class Training {

  private static final List<List<String>> LESSONS =
      List.of(
          List.of("version"),
          List.of("rules"),
          List.of("rules", "--format", "json"),
          List.of("explain", "privileged-container"),
          List.of("rego", "eval", "--data", "policy", "data.policy"),
          List.of("rego", "test", "policy"),
          List.of("rego", "check", "policy"),
          List.of("help", "check"),
          List.of("check", "--unknown-option"),
          List.of("check", "--format", "json", "--profile", "all"),
          List.of("check", "--format", "sarif", "--output", "report.sarif"),
          List.of("check", "--color", "always", "--verbose"),
          List.of("check", "workloads.yaml", "missing.yaml"),
          List.of("reach", "--color", "always"),
          List.of("reach", "--explain", "web", "--verbose"),
          List.of("reach", "--format", "svg"),
          List.of("check", "--quiet", "-"));

  /** Belongs to the program as well, though this run starts elsewhere. */
  static final Class<?> ENTRY = Main.class;

  private Training() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    for (List<String> lesson : LESSONS) {
      Cli.run(lesson, classroom(folder));
    }
  }

  private static Environment classroom(Path folder) {
    Environment real = Environment.ofProcess();
    OutputStream nowhere = OutputStream.nullOutputStream();
    return new Environment(
        InputStream.nullInputStream(),
        nowhere,
        new PrintStream(nowhere),
        real.outIsTerminal(),
        real.errIsTerminal(),
        folder,
        real.variables(),
        real.today());
  }
}
