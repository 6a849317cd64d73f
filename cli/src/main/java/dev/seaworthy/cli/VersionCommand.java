package dev.seaworthy.cli;

import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.rego.policy.BundledPolicies;
import dev.seaworthy.rules.JavaRules;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import picocli.CommandLine.ParseResult;

/** {@code seaworthy version}. */
final class VersionCommand implements Command {

  @Override
  public String name() {
    return "version";
  }

  @Override
  public String description() {
    return "Print the versions of the program, its engines and its target.";
  }

  @Override
  public int run(ParseResult arguments, Environment environment) throws IOException {
    List<List<String>> rows =
        List.of(
            List.of("  target", "Kubernetes " + KubernetesVersion.LATEST),
            List.of(
                "  rules",
                JavaRules.all().size()
                    + " in Java, "
                    + BundledPolicies.rules().size()
                    + " in Rego"),
            List.of("  YAML", "snakeyaml-engine " + engines().getProperty("snakeyaml-engine")),
            List.of("  Helm", "helm-java " + engines().getProperty("helm-java")),
            List.of("  Java", Runtime.version() + ", " + System.getProperty("java.vendor")));
    Text.write(environment.out(), "seaworthy " + Version.current() + "\n" + Table.of(rows));
    return ExitStatus.CLEAN;
  }

  private static Properties engines() throws IOException {
    Properties engines = new Properties();
    try (InputStream resource = VersionCommand.class.getResourceAsStream("engines.properties")) {
      engines.load(resource);
    }
    return engines;
  }
}
