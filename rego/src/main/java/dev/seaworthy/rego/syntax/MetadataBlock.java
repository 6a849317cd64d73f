package dev.seaworthy.rego.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * A {@code # METADATA} comment and the comments right below it.
 *
 * @param title the first comment
 * @param lines those below it
 */
record MetadataBlock(Comment title, List<Comment> lines) {

  private static final String TITLE = "METADATA";

  /** The blocks among the comments of a file. */
  static List<MetadataBlock> in(List<Comment> comments) {
    List<MetadataBlock> blocks = new ArrayList<>();
    int i = 0;
    while (i < comments.size()) {
      Comment title = comments.get(i++);
      if (title.text().strip().startsWith(TITLE)) {
        int from = i;
        while (i < comments.size() && continues(comments.get(i), comments.get(i - 1))) {
          i++;
        }
        blocks.add(new MetadataBlock(title, List.copyOf(comments.subList(from, i))));
      }
    }
    return blocks;
  }

  private static boolean continues(Comment comment, Comment previous) {
    return comment.column() == 1 && comment.row() == previous.row() + 1;
  }

  /** The YAML of the block. */
  String text() {
    StringJoiner text = new StringJoiner("\n");
    for (Comment line : lines) {
      text.add(content(line));
    }
    return text.toString();
  }

  private static String content(Comment line) {
    return line.text().startsWith(" ") ? line.text().substring(1) : line.text();
  }

  /** The comment that a line of the YAML comes from, the line starting at 1. */
  Comment line(int number) {
    return lines.isEmpty() ? title : lines.get(Math.min(number, lines.size()) - 1);
  }
}
