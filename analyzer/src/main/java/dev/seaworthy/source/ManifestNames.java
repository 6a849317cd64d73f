package dev.seaworthy.source;

import java.util.List;

/** Which files are taken for manifests by their names. */
final class ManifestNames {

  /** The reason to skip a file for its name. */
  static final String NO_MANIFEST = "not a .yaml, .yml or .json file";

  private static final List<String> EXTENSIONS = List.of(".yaml", ".yml", ".json");

  private ManifestNames() {}

  static boolean isManifest(String name) {
    return EXTENSIONS.stream().anyMatch(extension -> endsWithIgnoringCase(name, extension));
  }

  private static boolean endsWithIgnoringCase(String name, String end) {
    return name.regionMatches(true, name.length() - end.length(), end, 0, end.length());
  }
}
