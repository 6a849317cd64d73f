package dev.seaworthy.helm;

import dev.seaworthy.helm.chart.ChartFile;
import java.security.SecureRandom;
import java.util.Collection;
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

  /** A chart that knew the names of our files could bring files that take their place. */
  static final String SECRET = String.format("-%016x", new SecureRandom().nextLong());

  /** What is written of a template. */
  enum Content {
    /** What it renders to. */
    PLAIN("# seaworthy", "_seaworthy"),
    /** What it renders to with marks. */
    MARKED("# seaworthy-marked", "_seaworthy-marked");

    private final String comment;
    private final String prefix;

    Content(String comment, String prefix) {
      this.comment = comment + SECRET + ": ";
      this.prefix = prefix + SECRET + ".";
    }

    /** What stands before the string; a template cannot write it, as it is escaped there. */
    String comment() {
      return comment;
    }

    /** The path of the partial that holds the content of a template. */
    String path(ChartFile template) {
      return beside(template, prefix);
    }
  }

  /** What stands before a list: the name of a template, and both of its contents. */
  static final String BUNDLE = "# seaworthy-bundle" + SECRET + ": ";

  private static final String FOLDER = "templates/";

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

  /** The template that a partial was made for; any other path is its own. */
  static String templatePath(String path) {
    return path.replace("/" + Content.PLAIN.prefix, "/").replace("/" + Content.MARKED.prefix, "/");
  }

  /**
   * What takes the place of a template.
   *
   * @param charts the names that its chart has for Helm
   * @param contents what is to be written of it
   */
  static String wrap(ChartFile template, List<String> charts, Collection<Content> contents) {
    String names = strings(charts, "/" + template.path());
    String folders = strings(charts, "/templates");
    String known = "and (kindIs \"map\" .) (hasKey . \"Template\") (kindIs \"map\" .Template)";
    StringBuilder text = new StringBuilder();
    text.append("{{- if ").append(known);
    text.append(" (has .Template.Name (list ").append(names).append(")) -}}\nkind: Rendered\n");
    for (Content content : contents) {
      text.append(content.comment()).append("{{ ");
      text.append(included(template, content)).append(" | toJson }}\n");
    }
    text.append("{{- else if ").append(known);
    text.append(" (has .Template.BasePath (list ").append(folders).append(")) -}}\n{{- ");
    text.append(included(template, Content.PLAIN)).append(" -}}\n{{- else -}}\n{{- include ");
    text.append(quoted(charts.get(0) + "/" + Content.PLAIN.path(template)));
    return text.append(" . -}}\n{{- end -}}\n").toString();
  }

  private static String included(ChartFile template, Content content) {
    String below = content.path(template).substring(FOLDER.length() - 1);
    return "include (print .Template.BasePath " + quoted(below) + ") .";
  }

  private static String strings(List<String> charts, String end) {
    return charts.stream().map(chart -> quoted(chart + end)).collect(Collectors.joining(" "));
  }

  /** As a string of Go, with nothing in it that could end it or an action. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              boolean plain = Character.isLetterOrDigit(c) || "/._-".indexOf(c) >= 0;
              quoted.append(plain ? Character.toString(c) : String.format("\\U%08x", c));
            });
    return quoted.append('"').toString();
  }

  private static String beside(ChartFile template, String prefix) {
    String path = template.path();
    int name = path.lastIndexOf('/') + 1;
    return path.substring(0, name) + prefix + path.substring(name);
  }
}
