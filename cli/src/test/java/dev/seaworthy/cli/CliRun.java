package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A sentence about the program: {@code in(folder).run("check", ".").exits(0).prints("...")}. */
final class CliRun {

  private final Path folder;
  private final Map<String, String> variables = new HashMap<>();
  private String stdin = "";
  private boolean terminal;
  private String command = "";
  private int status;
  private String out = "";
  private String err = "";

  private CliRun(Path folder) {
    this.folder = folder;
  }

  static CliRun in(Path folder) {
    return new CliRun(folder);
  }

  CliRun with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  CliRun reading(String text) {
    stdin = text;
    return this;
  }

  CliRun onTerminal() {
    terminal = true;
    return this;
  }

  CliRun run(String... arguments) {
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    Environment environment =
        new Environment(
            new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
            outBytes,
            new PrintStream(errBytes, true, StandardCharsets.UTF_8),
            terminal,
            terminal,
            folder,
            variables,
            () -> LocalDate.of(2026, 6, 1));
    command = "seaworthy " + String.join(" ", arguments);
    status = Cli.run(List.of(arguments), environment);
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8);
    return this;
  }

  CliRun exits(int expected) {
    assertThat(status).as("exit status of '%s'%n%s%s", command, out, err).isEqualTo(expected);
    return this;
  }

  CliRun prints(String... parts) {
    assertThat(out).as("output of '%s'%n%s", command, err).contains(parts);
    return this;
  }

  CliRun doesNotPrint(String... parts) {
    assertThat(out).as("output of '%s'", command).doesNotContain(parts);
    return this;
  }

  CliRun printsNothing() {
    assertThat(out).as("output of '%s'", command).isEmpty();
    return this;
  }

  CliRun complains(String... parts) {
    assertThat(err).as("complaint of '%s'%n%s", command, out).contains(parts);
    assertThat(err).as("complaint of '%s'", command).doesNotContain("\tat ");
    return this;
  }

  CliRun complainsNot() {
    assertThat(err).as("complaint of '%s'", command).isEmpty();
    return this;
  }

  String out() {
    return out;
  }
}
