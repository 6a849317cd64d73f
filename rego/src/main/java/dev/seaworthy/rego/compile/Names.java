package dev.seaworthy.rego.compile;

/**
 * The names of variables. Those that the compiler makes have a {@code '} that no source can have:
 * {@code x'3} for a local {@code x}, {@code '4} for an intermediate value.
 */
final class Names {

  /** The root of references to built-ins that are named and not called. */
  static final String BUILTINS = "'built-in";

  private int next;

  /** A name for an intermediate value. */
  String fresh() {
    return local("");
  }

  /** A name for a local variable. */
  String local(String original) {
    return original + '\'' + next++;
  }

  /** The name as it stands in the source. */
  static String original(String name) {
    if (isWildcard(name)) {
      return "_";
    }
    int mark = name.indexOf('\'');
    return mark < 0 ? name : name.substring(0, mark);
  }

  /** Whether no name in the source stands for it. */
  static boolean isGenerated(String name) {
    return name.startsWith("'") || name.startsWith("$'");
  }

  static boolean isWildcard(String name) {
    return name.startsWith("$");
  }

  /** Whether it is no variable: one of the documents that are always there. */
  static boolean isRoot(String name) {
    return name.equals("input") || name.equals("data") || name.equals(BUILTINS);
  }
}
