package dev.seaworthy.engine;

import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlComment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds comments in files that cannot be read as YAML: those after a number sign, and those of
 * templates, which write nothing.
 */
final class TemplateComments {

  private static final String OPEN = "/*";
  private static final String CLOSE = "*/";
  private static final String ACTION = "{{";
  private static final String ACTION_END = "}}";

  /** What actions start with that write nothing themselves. */
  private static final Pattern SILENT =
      Pattern.compile(
          "-?\\s*(?:/\\*|(?:if|else|end|with|range|define|break|continue)\\b"
              + "|\\$\\w*\\s*(?:,\\s*\\$\\w*\\s*)?:?=)");

  private final SourceText source;
  private final String text;

  /** The first end of a comment that is not before what was looked at last. */
  private int close;

  private TemplateComments(SourceText source) {
    this.source = source;
    this.text = source.text();
  }

  /** The comments whose text starts with a prefix, in order. */
  static List<YamlComment> startingWith(SourceText source, String prefix) {
    return new TemplateComments(source).find(prefix);
  }

  /** Whether a line holds actions that write nothing, and nothing else; it starts at 1. */
  static boolean writesNothing(SourceText source, int line) {
    String text = source.line(line).strip();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf(ACTION_END, at);
      boolean silent =
          text.startsWith(ACTION, at)
              && end > 0
              && SILENT.matcher(text).region(at + ACTION.length(), end).lookingAt();
      if (!silent) {
        return false;
      }
      at = end + ACTION_END.length();
      while (at < text.length() && isBlank(text.charAt(at))) {
        at++;
      }
    }
    return !text.isEmpty() && source.map().isEmpty();
  }

  private List<YamlComment> find(String prefix) {
    List<YamlComment> found = new ArrayList<>(0);
    int at = text.indexOf(prefix);
    while (at >= 0) {
      Optional<YamlComment> comment = comment(at);
      comment.ifPresent(found::add);
      at = text.indexOf(prefix, comment.map(YamlComment::end).orElse(at + 1));
    }
    return found;
  }

  private Optional<YamlComment> comment(int contentStart) {
    int start = contentStart;
    while (start > 0 && isBlank(text.charAt(start - 1))) {
      start--;
    }
    if (start > 0 && text.charAt(start - 1) == '#') {
      int end = source.lineEnd(source.position(contentStart).line());
      return comment(start - 1, contentStart, end, end);
    }
    return text.startsWith(OPEN, start - OPEN.length())
        ? ofTemplate(start - OPEN.length(), contentStart)
        : Optional.empty();
  }

  /** Nothing stands between the delimiters and the comment but a trim marker. */
  private Optional<YamlComment> ofTemplate(int open, int contentStart) {
    if (close < contentStart) {
      int next = text.indexOf(CLOSE, contentStart);
      close = next < 0 ? text.length() : next;
    }
    int after = close + CLOSE.length();
    boolean trims = after < text.length() && text.startsWith("-", after + 1);
    int end = trims ? after + 2 : after;
    boolean trimmed = open > 1 && text.charAt(open - 2) == '-';
    int start = (trimmed ? open - 2 : open) - ACTION.length();
    return text.startsWith(ACTION, start) && text.startsWith(ACTION_END, end)
        ? comment(start, contentStart, close, end + ACTION_END.length())
        : Optional.empty();
  }

  private Optional<YamlComment> comment(int start, int contentStart, int contentEnd, int end) {
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
