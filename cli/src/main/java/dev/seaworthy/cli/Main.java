package dev.seaworthy.cli;

import java.util.List;

/** The program. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    // picocli looks for Groovy otherwise, which opens every jar on the class path
    System.setProperty("picocli.disable.closures", "true");
    System.exit(Cli.run(List.of(arguments), Environment.ofProcess()));
  }
}
