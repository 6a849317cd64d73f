package dev.seaworthy.cli;

import dev.seaworthy.rego.RegoException;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code seaworthy rego check}. */
final class RegoCheckCommand implements Command {

  private static final String FORMAT = "--format";

  private enum Format {
    TEXT,
    JSON;

    /** The name in options. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String name() {
    return "rego check";
  }

  @Override
  public String description() {
    return "List what is wrong with Rego policies: parse and compile them.";
  }

  @Override
  public void addTo(CommandSpec spec) {
    RegoPolicy.addTo(spec);
    spec.addOption(
        Options.choice(FORMAT, "-f", Format.class, "How to write errors: text by default."));
    spec.usageMessage()
        .footerHeading("%nExit status:%n")
        .footer("  0  nothing is wrong", "  1  there are errors", "  2  wrong usage");
  }

  @Override
  public int run(ParseResult arguments, Environment environment)
      throws UsageException, IOException {
    RegoPolicy policy = RegoPolicy.read(arguments, environment);
    try {
      policy.compile(false);
      return ExitStatus.CLEAN;
    } catch (RegoException e) {
      RegoErrors errors = new RegoErrors(policy.texts());
      boolean json = arguments.matchedOptionValue(FORMAT, Format.TEXT) == Format.JSON;
      String report = json ? Json.of(errors.json(e.errors())) + "\n" : errors.text(e.errors());
      Text.write(environment.out(), report);
      return ExitStatus.FINDINGS;
    }
  }
}
