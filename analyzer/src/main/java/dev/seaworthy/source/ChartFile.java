package dev.seaworthy.source;

import java.util.Set;

/** What a file of a Helm chart is for, by its place in the chart. */
enum ChartFile {
  /** Rendered into manifests. */
  TEMPLATE,
  /** Text for the templates to include. */
  PARTIAL,
  /** Text for the user, or a hidden file among the templates. */
  NOTES,
  /** Describes the chart. */
  METADATA,
  /** Values for the templates, those for tests of the chart among them, or their schema. */
  VALUES,
  /** A custom resource definition, which is installed as it stands. */
  DEFINITION,
  /** A dependency, packaged: manifests that cannot be seen. */
  PACKAGED_CHART,
  /** Any other file. */
  OTHER;

  /** The file that makes a folder a chart. */
  static final String CHART_YAML = "Chart.yaml";

  private static final Set<String> METADATA_NAMES =
      Set.of(CHART_YAML, "Chart.lock", "requirements.yaml", "requirements.lock");

  private static final Set<String> CONTENT_FOLDERS = Set.of("templates", "charts", "crds");

  /**
   * @param path the path of the file relative to the chart's folder, with {@code /}
   */
  static ChartFile at(String path) {
    int slash = path.indexOf('/');
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (slash < 0) {
      return atTop(name);
    }
    switch (path.substring(0, slash)) {
      case "templates":
        return atTemplates(name, slash == path.lastIndexOf('/'));
      case "crds":
        return ManifestNames.isManifest(name) ? DEFINITION : OTHER;
      case "ci":
        return name.endsWith("-values.yaml") || name.endsWith("-values.yml") ? VALUES : OTHER;
      case "charts":
        boolean direct = slash == path.lastIndexOf('/');
        return direct && isPackage(name) ? PACKAGED_CHART : OTHER;
      default:
        return OTHER;
    }
  }

  /** Whether a path in a chart lies in a folder with what the chart installs, or is that folder. */
  static boolean isContent(String path) {
    return CONTENT_FOLDERS.contains(path.split("/", 2)[0]);
  }

  /** Whether a file is a packaged chart by its name. */
  static boolean isPackage(String name) {
    return name.endsWith(".tgz");
  }

  /** Helm renders whatever lies there, but not files that start with a dot directly in it. */
  private static ChartFile atTemplates(String name, boolean direct) {
    if (name.startsWith("_")) {
      return PARTIAL;
    }
    return name.endsWith("NOTES.txt") || (direct && name.startsWith(".")) ? NOTES : TEMPLATE;
  }

  private static ChartFile atTop(String name) {
    if (METADATA_NAMES.contains(name)) {
      return METADATA;
    }
    return name.startsWith("values") && ManifestNames.isManifest(name) ? VALUES : OTHER;
  }
}
