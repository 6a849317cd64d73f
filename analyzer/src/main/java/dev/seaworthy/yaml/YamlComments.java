package dev.seaworthy.yaml;

import dev.seaworthy.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the comments that start with a certain word.
 *
 * <p>The text is searched only where the word occurs: hardly any file has such a comment, and
 * having the parser collect all of them would cost every file.
 */
public final class YamlComments {

  private final SourceText source;
  private final String prefix;

  /** The texts that hold the word themselves, from start to end: a comment is in none of them. */
  private final TreeMap<Integer, Integer> quotes = new TreeMap<>();

  private YamlComments(SourceText source, String prefix) {
    this.source = source;
    this.prefix = prefix;
  }

  /**
   * The comments of a stream whose text starts with a prefix, in order. A number sign inside a
   * string or another comment starts none.
   */
  public static List<YamlComment> startingWith(YamlStream stream, String prefix) {
    if (!stream.source().text().contains(prefix)) {
      return List.of();
    }
    YamlComments comments = new YamlComments(stream.source(), prefix);
    stream.documents().forEach(document -> comments.collectQuotes(document.root()));
    return comments.find();
  }

  /** Whether a line holds a comment and nothing else; the line starts at 1. */
  public static boolean isCommentLine(SourceText source, int line) {
    return source.line(line).stripLeading().startsWith("#");
  }

  private List<YamlComment> find() {
    List<YamlComment> found = new ArrayList<>();
    String text = source.text();
    int at = text.indexOf(prefix);
    while (at >= 0) {
      Optional<YamlComment> comment = comment(at);
      comment.ifPresent(found::add);
      int searched = comment.map(YamlComment::end).orElse(at + 1);
      at = text.indexOf(prefix, searched);
    }
    return found;
  }

  private Optional<YamlComment> comment(int contentStart) {
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
    if (!separated || isQuoted(start)) {
      return Optional.empty();
    }
    int end = source.lineEnd(line);
    boolean alone = text.substring(lineStart, start).isBlank();
    String content = text.substring(contentStart, end).strip();
    return Optional.of(new YamlComment(start, end, content, alone));
  }

  private boolean isQuoted(int offset) {
    Map.Entry<Integer, Integer> before = quotes.floorEntry(offset);
    return before != null && offset < before.getValue();
  }

  private void collectQuotes(YamlNode node) {
    if (node instanceof YamlSequence sequence) {
      sequence.items().forEach(this::collectQuotes);
    } else if (node instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        collectQuotes(entry.key());
        collectQuotes(entry.value());
      }
    } else if (node instanceof YamlScalar scalar && scalar.text().contains(prefix)) {
      quotes.put(contentStart(scalar), scalar.end());
    }
  }

  /** A block scalar's first line, with its indicator, may end with a comment. */
  private int contentStart(YamlScalar scalar) {
    boolean block =
        scalar.style() == YamlScalar.Style.LITERAL || scalar.style() == YamlScalar.Style.FOLDED;
    return block ? DocumentSplitter.lineAfter(source.text(), scalar.start()) : scalar.start();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
