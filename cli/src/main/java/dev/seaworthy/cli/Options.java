package dev.seaworthy.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Makes the options of commands. Annotations would be shorter, but to read them takes longer than
 * all the rest of the command line.
 */
final class Options {

  private Options() {}

  static OptionSpec flag(String name, String description) {
    return flag(new String[] {name}, description);
  }

  /** With a short name. */
  static OptionSpec flag(String name, String letter, String description) {
    return flag(new String[] {letter, name}, description);
  }

  private static OptionSpec flag(String[] names, String description) {
    return OptionSpec.builder(names)
        .type(boolean.class)
        .arity("0")
        .description(description)
        .build();
  }

  static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .type(boolean.class)
        .arity("0")
        .usageHelp(true)
        .description("Print this help.")
        .build();
  }

  static OptionSpec text(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .arity("1")
        .paramLabel(label)
        .description(description)
        .build();
  }

  static OptionSpec text(String name, String letter, String label, String description) {
    return text(name, label, description).toBuilder().names(letter, name).build();
  }

  static OptionSpec texts(String name, String letter, String label, String description) {
    return texts(name, label, description).toBuilder().names(letter, name).build();
  }

  static OptionSpec texts(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .paramLabel(label)
        .description(description)
        .build();
  }

  static OptionSpec number(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(Integer.class)
        .arity("1")
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** An option with one of the constants as its value, named by {@link Object#toString()}. */
  static <E extends Enum<E>> OptionSpec choice(String name, Class<E> values, String description) {
    return OptionSpec.builder(name)
        .type(values)
        .arity("1")
        .paramLabel(String.join("|", names(values)))
        .description(description)
        .build();
  }

  static <E extends Enum<E>> OptionSpec choice(
      String name, String letter, Class<E> values, String description) {
    return choice(name, values, description).toBuilder().names(letter, name).build();
  }

  /** The one argument of a command that is no option. */
  static PositionalParamSpec parameter(String label, String arity, String description) {
    return PositionalParamSpec.builder()
        .type(String.class)
        .arity(arity)
        .required(arity.equals("1"))
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** The values of a choice, as users write them. */
  static List<String> names(Class<?> values) {
    return Arrays.stream(values.getEnumConstants()).map(Object::toString).toList();
  }
}
