package dev.seaworthy.cli;

import java.util.List;

/** The program. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(Cli.run(List.of(arguments), Environment.ofProcess()));
  }
}
