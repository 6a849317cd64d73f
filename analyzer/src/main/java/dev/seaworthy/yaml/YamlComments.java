package dev.seaworthy.yaml;

import dev.seaworthy.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the comments that start with a certain word.
 *
 * <p>The text is searched only where the word occurs: hardly any file has such a comment, and
 * having the parser collect all of them would cost every file.
 */
public final class YamlComments {

  private YamlComments() {}

  /**
   * The comments of a stream whose text starts with a prefix, in order. A number sign inside a
   * string starts no comment.
   */
  public static List<YamlComment> startingWith(YamlStream stream, String prefix) {
    String text = stream.source().text();
    int at = text.indexOf(prefix);
    if (at < 0) {
      return List.of();
    }
    List<YamlComment> found = new ArrayList<>();
    ScalarRanges scalars = ScalarRanges.of(stream);
    for (; at >= 0; at = text.indexOf(prefix, at + 1)) {
      comment(stream.source(), scalars, at).ifPresent(found::add);
    }
    return found;
  }

  /** Whether a line holds a comment and nothing else; the line starts at 1. */
  public static boolean isCommentLine(SourceText source, int line) {
    return source.line(line).stripLeading().startsWith("#");
  }

  private static Optional<YamlComment> comment(
      SourceText source, ScalarRanges scalars, int contentStart) {
    String text = source.text();
    int start = contentStart - 1;
    while (start >= 0 && isBlank(text.charAt(start))) {
      start--;
    }
    if (start < 0 || text.charAt(start) != '#') {
      return Optional.empty();
    }
    int line = source.position(start).line();
    int lineStart = source.lineStart(line);
    boolean separated = start == lineStart || isBlank(text.charAt(start - 1));
    if (!separated || scalars.contain(start)) {
      return Optional.empty();
    }
    int end = source.lineEnd(line);
    boolean alone = text.substring(lineStart, start).isBlank();
    String content = text.substring(contentStart, end).strip();
    return Optional.of(new YamlComment(start, end, content, alone));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
