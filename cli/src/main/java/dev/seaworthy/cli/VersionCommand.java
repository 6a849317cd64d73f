package dev.seaworthy.cli;

import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.rules.JavaRules;
import java.io.IOException;
import java.io.InputStream;
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
    StringBuilder text = new StringBuilder("seaworthy ").append(Version.current()).append('\n');
    line(text, "target", "Kubernetes " + KubernetesVersion.LATEST);
    line(text, "rules", JavaRules.all().size() + " in Java");
    line(text, "YAML", "snakeyaml-engine " + engines().getProperty("snakeyaml-engine"));
    line(text, "Java", Runtime.version() + ", " + System.getProperty("java.vendor"));
    Text.write(environment.out(), text.toString());
    return ExitStatus.CLEAN;
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format("  %-8s%s%n", name, value));
  }

  private static Properties engines() throws IOException {
    Properties engines = new Properties();
    try (InputStream resource = VersionCommand.class.getResourceAsStream("engines.properties")) {
      engines.load(resource);
    }
    return engines;
  }
}
