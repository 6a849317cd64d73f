package dev.seaworthy.cli;

import java.util.List;
import java.util.regex.Pattern;

/** The fenced blocks of a Markdown page. */
final class MarkdownBlocks {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");

  private MarkdownBlocks() {}

  /**
   * @param language what stands behind the opening fence
   * @param content the lines between the fences
   */
  record Block(String language, String content) {}

  static List<Block> in(String markdown, String language) {
    return BLOCK
        .matcher(markdown)
        .results()
        .map(match -> new Block(match.group(1), match.group(2)))
        .filter(block -> block.language().equals(language))
        .toList();
  }
}
