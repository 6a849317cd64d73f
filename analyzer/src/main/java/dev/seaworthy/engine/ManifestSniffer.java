package dev.seaworthy.engine;

import dev.seaworthy.source.TextDecoder;

/**
 * Tells whether a text that cannot be parsed looks as if it were meant to be a Kubernetes manifest.
 */
final class ManifestSniffer {

  private static final String API_VERSION = "apiVersion";
  private static final String KIND = "kind";

  private ManifestSniffer() {}

  /**
   * Whether a line starts with the key {@code apiVersion} or {@code kind}, or both keys occur where
   * a key can stand: indented, in a list, in JSON. Takes linear time.
   */
  static boolean looksLikeManifest(CharSequence text) {
    String content = text.toString();
    Evidence version = evidence(content, API_VERSION);
    if (version == Evidence.FIRST_COLUMN) {
      return true;
    }
    Evidence kind = evidence(content, KIND);
    return kind == Evidence.FIRST_COLUMN || (kind == Evidence.NESTED && version == Evidence.NESTED);
  }

  /**
   * The same for bytes, which may be the first part of a source and may break off anywhere. Bytes
   * that are no valid text do not match, and do no harm to what is around them.
   */
  static boolean looksLikeManifest(byte[] start) {
    return looksLikeManifest(TextDecoder.decodeLeniently(start));
  }

  private static Evidence evidence(String text, String key) {
    Evidence best = Evidence.NONE;
    for (int at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + key.length())) {
      Evidence found = evidenceAt(text, at, at + key.length());
      if (found == Evidence.FIRST_COLUMN) {
        return found;
      }
      best = found == Evidence.NESTED ? found : best;
    }
    return best;
  }

  private static Evidence evidenceAt(String text, int keyStart, int keyEnd) {
    int start = keyStart;
    int end = keyEnd;
    if (start > 0 && isQuote(text.charAt(start - 1))) {
      start--;
      if (end == text.length() || text.charAt(end) != text.charAt(start)) {
        return Evidence.NONE;
      }
      end++;
    }
    while (end < text.length() && isBlank(text.charAt(end))) {
      end++;
    }
    if (end == text.length() || text.charAt(end) != ':') {
      return Evidence.NONE;
    }
    if (start == 0 || isLineBreak(text.charAt(start - 1))) {
      return Evidence.FIRST_COLUMN;
    }
    return canPrecedeKey(text, start) ? Evidence.NESTED : Evidence.NONE;
  }

  private static boolean canPrecedeKey(String text, int keyStart) {
    int before = keyStart - 1;
    while (before >= 0 && (isBlank(text.charAt(before)) || text.charAt(before) == '-')) {
      before--;
    }
    return before < 0
        || isLineBreak(text.charAt(before))
        || "{[,".indexOf(text.charAt(before)) >= 0;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private enum Evidence {
    NONE,
    NESTED,
    FIRST_COLUMN
  }
}
