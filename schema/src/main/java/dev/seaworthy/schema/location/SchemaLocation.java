package dev.seaworthy.schema.location;

import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.rule.Suggestions;
import dev.seaworthy.schema.SchemaSource;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A folder of JSON Schemas, laid out as kubeconform has them, or a template for the paths of its
 * files.
 *
 * @see <a href="https://github.com/yannh/kubeconform#overriding-schemas-location">kubeconform</a>
 */
public final class SchemaLocation {

  private static final String LAYOUT =
      "{{.NormalizedKubernetesVersion}}-standalone{{.StrictSuffix}}"
          + "/{{.ResourceKind}}{{.KindSuffix}}.json";

  private static final Set<String> NAMES =
      Set.of(
          "NormalizedKubernetesVersion",
          "StrictSuffix",
          "ResourceKind",
          "ResourceAPIVersion",
          "Group",
          "KindSuffix");

  private static final String KNOWN =
      NAMES.stream().sorted().map(known -> "{{." + known + "}}").collect(Collectors.joining(", "));

  /** What stands for the schemas of Kubernetes itself where a location may stand. */
  private static final String DEFAULT = "default";

  private static final Pattern PART = Pattern.compile("\\{\\{-?\\s*(.*?)\\s*-?}}");
  private static final Pattern URL = Pattern.compile("(?i)[a-z][a-z0-9+.-]+://.*");

  private final Path folder;
  private final String name;
  private final List<String> template;

  private SchemaLocation(Path folder, String name, List<String> template) {
    this.folder = folder;
    this.name = name;
    this.template = List.copyOf(template);
  }

  /**
   * Reads a location as users write it.
   *
   * @param text a folder, or a path with parts such as {@code {{.Group}}}
   * @param base what it is relative to
   * @throws IllegalArgumentException if it is no such thing, or on another machine; the message
   *     says what to do
   */
  public static SchemaLocation parse(String text, Path base) {
    if (URL.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "schema location '"
              + text
              + "' is a URL, and schemas are read from files alone: fetch them to a folder, and"
              + " name that");
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException("schema location '' is empty: name a folder");
    }
    int start = text.indexOf("{{");
    int folderEnd = start < 0 ? text.length() : text.lastIndexOf('/', start) + 1;
    String name = text.substring(0, folderEnd);
    Path folder = folder(text, name, base);
    return new SchemaLocation(
        folder, name, template(text, start < 0 ? LAYOUT : text.substring(folderEnd)));
  }

  private static Path folder(String text, String name, Path base) {
    try {
      Path folder = base.resolve(name).normalize();
      if (Files.isDirectory(folder)) {
        if (Files.isReadable(folder)) {
          return folder;
        }
        throw new IllegalArgumentException(
            "schema location '" + text + "': folder '" + name + "' cannot be read");
      }
      if (Files.exists(folder)) {
        throw new IllegalArgumentException(
            "schema location '"
                + text
                + "' is a file: name its folder, or a template such as"
                + " 'schemas/{{.ResourceKind}}.json'");
      }
    } catch (InvalidPathException e) {
      // no folder either
    }
    throw new IllegalArgumentException(
        "schema location '"
            + text
            + "': there is no folder '"
            + name
            + "'"
            + Suggestions.didYouMean(text, List.of(DEFAULT)));
  }

  /** Text and names in turn, starting with text. */
  private static List<String> template(String location, String text) {
    List<String> parts = new ArrayList<>();
    Matcher part = PART.matcher(text);
    int end = 0;
    while (part.find()) {
      String name = part.group(1).startsWith(".") ? part.group(1).substring(1) : "";
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException(
            "schema location '%s': '%s' is none of %s".formatted(location, part.group(), KNOWN));
      }
      parts.add(text.substring(end, part.start()));
      parts.add(name);
      end = part.end();
    }
    parts.add(text.substring(end));
    if (parts.stream().anyMatch(piece -> piece.contains("{{") || piece.contains("}}"))) {
      throw new IllegalArgumentException(
          "schema location '" + location + "': every '{{' needs its '}}', as in " + KNOWN);
    }
    return parts;
  }

  /** The schemas for a version of Kubernetes. */
  public SchemaSource of(KubernetesVersion version) {
    return new FolderSource(folder, name, template, version);
  }
}
