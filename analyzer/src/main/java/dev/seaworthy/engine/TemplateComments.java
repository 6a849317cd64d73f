package dev.seaworthy.engine;

import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlComment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds comments in files that cannot be read as YAML: those after a number sign, and those of
 * templates, which write nothing.
 */
final class TemplateComments {

  private static final String OPEN = "/*";
  private static final String CLOSE = "*/";

  private TemplateComments() {}

  /** The comments whose text starts with a prefix, in order. */
  static List<YamlComment> startingWith(SourceText source, String prefix) {
    List<YamlComment> found = new ArrayList<>(0);
    String text = source.text();
    int at = text.indexOf(prefix);
    while (at >= 0) {
      Optional<YamlComment> comment = comment(source, at);
      comment.ifPresent(found::add);
      at = text.indexOf(prefix, comment.map(YamlComment::end).orElse(at + 1));
    }
    return found;
  }

  /** Whether a line holds a template's action and nothing else; the line starts at 1. */
  static boolean isActionLine(SourceText source, int line) {
    String text = source.line(line).strip();
    return text.startsWith("{{") && text.endsWith("}}") && source.map().isEmpty();
  }

  private static Optional<YamlComment> comment(SourceText source, int contentStart) {
    String text = source.text();
    int start = contentStart;
    while (start > 0 && isBlank(text.charAt(start - 1))) {
      start--;
    }
    if (start > 0 && text.charAt(start - 1) == '#') {
      int end = source.lineEnd(source.position(contentStart).line());
      return comment(source, start - 1, contentStart, end, end);
    }
    if (text.startsWith(OPEN, start - OPEN.length())) {
      int contentEnd = text.indexOf(CLOSE, contentStart);
      int end = contentEnd < 0 ? -1 : text.indexOf("}}", contentEnd);
      int open = text.lastIndexOf("{{", start);
      if (end >= 0 && open >= 0) {
        return comment(source, open, contentStart, contentEnd, end + 2);
      }
    }
    return Optional.empty();
  }

  private static Optional<YamlComment> comment(
      SourceText source, int start, int contentStart, int contentEnd, int end) {
    String text = source.text();
    int lineStart = source.lineStart(source.position(start).line());
    if (start > lineStart && text.charAt(start) == '#' && !isBlank(text.charAt(start - 1))) {
      return Optional.empty();
    }
    boolean alone = text.substring(lineStart, start).isBlank();
    String content = text.substring(contentStart, contentEnd).strip();
    return Optional.of(new YamlComment(start, end, content, alone));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
