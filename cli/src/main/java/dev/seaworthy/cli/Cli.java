package dev.seaworthy.cli;

import dev.seaworthy.config.ConfigurationException;
import dev.seaworthy.rule.Suggestions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/** Runs one command line. */
final class Cli {

  /** In the order of help. */
  private static final List<Command> COMMANDS =
      List.of(
          new CheckCommand(),
          new ReachCommand(),
          new RulesCommand(),
          new ExplainCommand(),
          new RegoEvalCommand(),
          new RegoTestCommand(),
          new RegoCheckCommand(),
          new VersionCommand(),
          new HelpCommand());

  /** The first word of several commands. */
  private static final String GROUP = "rego";

  private Cli() {}

  /**
   * Runs one command line: results go to the environment's output, everything else to its error
   * stream.
   *
   * @return the exit status
   */
  static int run(List<String> arguments, Environment environment) {
    try {
      int status = dispatch(arguments, environment);
      environment.out().flush();
      return status;
    } catch (UsageException e) {
      error(environment, e.getMessage());
      environment.err().println("Try 'seaworthy " + helpOn(arguments) + "'.");
      return ExitStatus.USAGE;
    } catch (ConfigurationException e) {
      e.errors().forEach(wrong -> error(environment, wrong.toString()));
      return ExitStatus.USAGE;
    } catch (IOException e) {
      error(environment, "the results cannot be written: " + e.getMessage());
      return ExitStatus.INCOMPLETE;
    } catch (OutOfMemoryError e) {
      error(environment, "out of memory; give Java more with SEAWORTHY_JAVA_OPTS=-Xmx4g");
      return ExitStatus.INCOMPLETE;
    } catch (RuntimeException | StackOverflowError e) {
      crashed(arguments, environment, e);
      return ExitStatus.INCOMPLETE;
    }
  }

  private static int dispatch(List<String> arguments, Environment environment)
      throws UsageException, ConfigurationException, IOException {
    if (arguments.isEmpty()) {
      throw new UsageException("there is no command");
    }
    if (isHelpOnGroup(arguments)) {
      Text.write(environment.out(), groupHelp());
      return ExitStatus.CLEAN;
    }
    Command command = command(arguments);
    CommandParser parser = new CommandParser(command);
    int words = command.name().split(" ").length;
    ParseResult parsed = parser.parse(arguments.subList(words, arguments.size()));
    if (parsed.isUsageHelpRequested()) {
      Text.write(environment.out(), parser.help());
      return ExitStatus.CLEAN;
    }
    return command.run(parsed, environment);
  }

  /**
   * The command that the first words name.
   *
   * @param arguments at least one
   */
  static Command command(List<String> arguments) throws UsageException {
    String first =
        switch (arguments.get(0)) {
          case "--help", "-h" -> "help";
          case "--version", "-V" -> "version";
          default -> arguments.get(0);
        };
    String second = arguments.size() > 1 ? arguments.get(1) : "";
    String name = first.equals(GROUP) ? (first + " " + second).strip() : first;
    Optional<Command> found = find(name);
    if (found.isPresent()) {
      return found.get();
    }
    if (name.startsWith("-")) {
      throw new UsageException("the command comes before option '" + name + "'");
    }
    if (name.equals(GROUP) || name.startsWith(GROUP + " -")) {
      throw new UsageException("'" + GROUP + "' needs a command: eval, test or check");
    }
    throw new UsageException(
        "unknown command '" + name + "'" + Suggestions.didYouMean(name, names()));
  }

  private static boolean isHelpOnGroup(List<String> arguments) {
    return arguments.equals(List.of("help", GROUP))
        || arguments.equals(List.of(GROUP, "--help"))
        || arguments.equals(List.of(GROUP, "-h"));
  }

  private static String groupHelp() {
    return COMMANDS.stream()
        .filter(command -> command.name().startsWith(GROUP))
        .map(command -> new CommandParser(command).help())
        .collect(Collectors.joining("\n"));
  }

  /** Help on the program. */
  static String help() {
    List<List<String>> rows = new ArrayList<>();
    COMMANDS.forEach(command -> rows.add(List.of("  " + command.name(), command.description())));
    return "Usage: seaworthy COMMAND [OPTIONS] [ARGUMENTS]\n\n"
        + "Says what each workload could do to its node and its cluster.\n\n"
        + "Commands:\n"
        + Table.of(rows)
        + "\n'seaworthy COMMAND --help' says more about a command.\n";
  }

  private static Optional<Command> find(String name) {
    return COMMANDS.stream().filter(command -> command.name().equals(name)).findFirst();
  }

  private static List<String> names() {
    return COMMANDS.stream().map(Command::name).toList();
  }

  private static String helpOn(List<String> arguments) {
    return names().stream()
        .filter(name -> (String.join(" ", arguments) + " ").startsWith(name + " "))
        .findFirst()
        .map(name -> name + " --help")
        .orElse("--help");
  }

  private static void error(Environment environment, String message) {
    environment.err().println("error: " + message);
  }

  private static void crashed(List<String> arguments, Environment environment, Throwable cause) {
    error(environment, "this is a bug in seaworthy: " + cause);
    if (arguments.contains(CheckOptions.VERBOSE)) {
      cause.printStackTrace(environment.err());
    } else {
      environment.err().println("Run again with --verbose for the stack trace.");
    }
  }
}
