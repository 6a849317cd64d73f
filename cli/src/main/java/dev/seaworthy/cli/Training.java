package dev.seaworthy.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

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
          List.of("help", "check"),
          List.of("check", "--unknown-option"),
          List.of("check", "--format", "json"),
          List.of("check", "--format", "sarif", "--output", "report.sarif"),
          List.of("check", "--color", "always", "--verbose"),
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
    OutputStream nowhere = OutputStream.nullOutputStream();
    return new Environment(
        new ByteArrayInputStream(new byte[0]),
        nowhere,
        new PrintStream(nowhere),
        false,
        false,
        folder,
        Map.of(),
        LocalDate::now);
  }
}
