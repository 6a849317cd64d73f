package dev.seaworthy.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ParseResult;

/**
 * What {@code check} is to analyse.
 *
 * @param paths files and folders, absolute or relative to the working directory
 * @param standardInput whether the stream on standard input is one of them
 */
record Operands(List<Path> paths, boolean standardInput) {

  private static final String STANDARD_INPUT = "-";

  /** The operands of the command, or else the working directory. */
  static Operands of(ParseResult arguments) throws UsageException {
    List<Path> paths = new ArrayList<>();
    boolean standardInput = false;
    for (String operand : arguments.matchedPositionalValue(0, List.<String>of())) {
      if (operand.equals(STANDARD_INPUT)) {
        standardInput = true;
      } else {
        paths.add(path(operand));
      }
    }
    if (paths.isEmpty() && !standardInput) {
      paths.add(Path.of("."));
    }
    return new Operands(List.copyOf(paths), standardInput);
  }

  static Path path(String text) throws UsageException {
    if (text.isEmpty()) {
      throw new UsageException("a path is empty");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException("'" + text + "' is no path: " + e.getReason());
    }
  }
}
