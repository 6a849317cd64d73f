package dev.seaworthy.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
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
    spec.addPositional(
        PositionalParamSpec.builder()
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("0..2")
            .paramLabel("COMMAND")
            .description("The command.")
            .build());
  }

  @Override
  public int run(ParseResult arguments, Environment environment)
      throws UsageException, IOException {
    List<String> name = arguments.matchedPositionalValue(0, List.of());
    String help = name.isEmpty() ? Cli.help() : new CommandParser(Cli.command(name)).help();
    Text.write(environment.out(), help);
    return ExitStatus.CLEAN;
  }
}
