package dev.seaworthy.rego.bundle;

import java.util.Locale;

/** What the name of a file says of its content. */
final class FileKind {

  static final String MANIFEST = ".manifest";

  private FileKind() {}

  static boolean isRego(String name) {
    return name.endsWith(".rego");
  }

  static boolean isTest(String name) {
    return name.endsWith("_test.rego");
  }

  static boolean isJson(String name) {
    return lower(name).endsWith(".json");
  }

  static boolean isData(String name) {
    String lower = lower(name);
    return lower.endsWith(".json") || lower.endsWith(".yaml") || lower.endsWith(".yml");
  }

  /** Whether a bundle's data is in a file of this name. */
  static boolean isBundleData(String fileName) {
    return switch (fileName) {
      case "data.json", "data.yaml", "data.yml" -> true;
      default -> false;
    };
  }

  static boolean isArchive(String name) {
    return name.endsWith(".tar.gz") || name.endsWith(".tgz");
  }

  static boolean isWasm(String name) {
    return name.endsWith(".wasm");
  }

  /** Whether a file of this name has a meaning in a bundle. */
  static boolean isPartOfBundle(String fileName) {
    return switch (fileName) {
      case MANIFEST, "plan.json", "patch.json" -> true;
      default -> isRego(fileName) || isBundleData(fileName) || isWasm(fileName);
    };
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
