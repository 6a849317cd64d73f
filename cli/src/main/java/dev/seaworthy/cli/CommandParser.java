package dev.seaworthy.cli;

import dev.seaworthy.rule.Suggestions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the arguments of one command. */
final class CommandParser {

  private final CommandLine commandLine;

  CommandParser(Command command) {
    CommandSpec spec = CommandSpec.create().name("seaworthy " + command.name());
    spec.usageMessage()
        .descriptionHeading("%n")
        .description(command.description())
        .parameterListHeading("%n")
        .optionListHeading("%nOptions:%n")
        .abbreviateSynopsis(true)
        .sortOptions(false);
    command.addTo(spec);
    spec.addOption(Options.help());
    commandLine = new CommandLine(spec).setExpandAtFiles(false).setInterpolateVariables(false);
  }

  /**
   * @throws UsageException if they do not fit the command
   */
  ParseResult parse(List<String> arguments) throws UsageException {
    try {
      return commandLine.parseArgs(arguments.toArray(String[]::new));
    } catch (UnmatchedArgumentException e) {
      throw unknown(e);
    } catch (ParameterException e) {
      throw new UsageException(choices(e).orElseGet(() -> decapitalized(e.getMessage())));
    }
  }

  /** Help on the command. */
  String help() {
    return commandLine.getUsageMessage(Ansi.OFF);
  }

  private UsageException unknown(UnmatchedArgumentException e) {
    String argument = e.getUnmatched().get(0);
    if (!e.isUnknownOption()) {
      return new UsageException("unexpected argument '" + argument + "'");
    }
    String name = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
    return new UsageException(
        "unknown option '"
            + name
            + "'"
            + Suggestions.didYouMean(name, commandLine.getCommandSpec().optionsMap().keySet()));
  }

  /** The message for a value that is none of those there are to choose from. */
  private static Optional<String> choices(ParameterException e) {
    if (!(e.getArgSpec() instanceof OptionSpec option)
        || !option.type().isEnum()
        || e.getValue() == null) {
      return Optional.empty();
    }
    List<String> names = Options.names(option.type());
    String name = option.longestName();
    String near = Suggestions.didYouMean(e.getValue(), names);
    return Optional.of(
        name + " cannot be '" + e.getValue() + "': choose from " + String.join(", ", names) + near);
  }

  private static String decapitalized(String message) {
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }
}
