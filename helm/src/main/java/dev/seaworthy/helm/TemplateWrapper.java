package dev.seaworthy.helm;

import dev.seaworthy.helm.chart.ChartFile;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Has Helm write what a template renders to as one string in a comment, so that nothing of it is
 * lost: Helm leaves hooks out of its output, and gives up where one template is no valid YAML.
 *
 * <p>The content of the template moves to a partial beside it. Another template that includes this
 * one still gets the content, as the context of whoever includes has the name of that template.
 */
final class TemplateWrapper {

  /** What stands before the string; a template cannot write it, as it is escaped there. */
  static final String MARKER = "# seaworthy: ";

  private static final String FOLDER = "templates/";
  private static final String PLAIN = "_seaworthy.";
  private static final String SHOWN = "_seaworthy-shown.";

  private TemplateWrapper() {}

  /** Whether Helm renders a file, and takes what comes out for manifests. */
  static boolean isRendered(ChartFile file) {
    String name = file.name();
    return file.path().startsWith(FOLDER) && !name.startsWith("_") && !isNotes(file);
  }

  /** Whether what a template renders to is shown to people. */
  static boolean isNotes(ChartFile file) {
    return file.path().startsWith(FOLDER) && file.name().endsWith("NOTES.txt");
  }

  /** The path of the partial that holds the content of a template. */
  static String plainPath(ChartFile template) {
    return beside(template, PLAIN);
  }

  /** The path of the partial with the content that is shown, where that differs. */
  static String shownPath(ChartFile template) {
    return beside(template, SHOWN);
  }

  /** The template that a partial was made for; any other path is its own. */
  static String templatePath(String path) {
    return path.replace("/" + PLAIN, "/").replace("/" + SHOWN, "/");
  }

  /**
   * What takes the place of a template.
   *
   * @param charts the names that its chart has for Helm
   * @param shown whether the content that is shown differs from that which others include
   */
  static String wrap(ChartFile template, List<String> charts, boolean shown) {
    String names = strings(charts, "/" + template.path());
    String folders = strings(charts, "/templates");
    String plain = plainPath(template).substring(FOLDER.length() - 1);
    String main =
        (shown ? shownPath(template) : plainPath(template)).substring(FOLDER.length() - 1);
    String known = "and (kindIs \"map\" .) (hasKey . \"Template\") (kindIs \"map\" .Template)";
    String elsewhere = quoted(charts.get(0) + "/" + plainPath(template));
    return "{{- if "
        + known
        + " (has .Template.Name (list "
        + names
        + ")) -}}\n"
        + "kind: Rendered\n"
        + MARKER
        + "{{ include (print .Template.BasePath "
        + quoted(main)
        + ") . | toJson }}\n"
        + "{{- else if "
        + known
        + " (has .Template.BasePath (list "
        + folders
        + ")) -}}\n"
        + "{{- include (print .Template.BasePath "
        + quoted(plain)
        + ") . -}}\n"
        + "{{- else -}}\n"
        + "{{- include "
        + elsewhere
        + " . -}}\n"
        + "{{- end -}}\n";
  }

  private static String strings(List<String> charts, String end) {
    return charts.stream().map(chart -> quoted(chart + end)).collect(Collectors.joining(" "));
  }

  /** As a string of Go, with nothing in it that could end it or an action. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      boolean plain = Character.isLetterOrDigit(c) || "/._-".indexOf(c) >= 0;
      quoted.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return quoted.append('"').toString();
  }

  private static String beside(ChartFile template, String prefix) {
    String path = template.path();
    int name = path.lastIndexOf('/') + 1;
    return path.substring(0, name) + prefix + path.substring(name);
  }
}
