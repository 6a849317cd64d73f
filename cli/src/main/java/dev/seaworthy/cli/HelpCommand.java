package dev.seaworthy.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code seaworthy help}. */
final class HelpCommand implements Command {

  @Override
  public String name() {
    return "help";
  }

  @Override
  public String description() {
    return "Print help on the program or on a command.";
  }

  @Override
  public void addTo(CommandSpec spec) {
    spec.addPositional(Options.parameter("COMMAND", "0..1", "The command."));
  }

  @Override
  public int run(ParseResult arguments, Environment environment)
      throws UsageException, IOException {
    String name = arguments.matchedPositionalValue(0, "");
    String help = name.isEmpty() ? Cli.help() : new CommandParser(Cli.command(name)).help();
    Text.write(environment.out(), help);
    return ExitStatus.CLEAN;
  }
}
