package dev.seaworthy.rego.builtin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a regular expression would cost: repetitions multiply what they repeat. Go refuses those
 * that come to more than 1,000 together; RE2/J does not look.
 */
final class RegexSize {

  private static final int MAX_DEPTH = 500;
  private static final int MAX_SIZE = 1_000_000;
  private static final int MAX_COUNT = 1000;
  private static final Pattern REPETITION = Pattern.compile("\\{(\\d{1,4})(?:(,)(\\d{0,4}))?\\}");
  private static final Pattern CLASS =
      Pattern.compile("\\[\\^?\\]?(?:\\[:[^\\]]*:\\]|\\\\.|[^\\]\\\\])*+\\]", Pattern.DOTALL);
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:Q.*?(?:\\\\E|\\z)|[pPx]\\{[^}]*\\}|.)", Pattern.DOTALL);

  private final String pattern;
  private final Deque<Group> groups = new ArrayDeque<>();
  private Group group = new Group();
  private int at;

  /** What is between two parentheses: its size, the counts in it, and those of its last part. */
  private static final class Group {
    private long size;
    private long counts = 1;
    private long lastSize;
    private long lastCounts = 1;

    void add(long partSize, long partCounts) {
      size += partSize;
      counts = Math.max(counts, partCounts);
      lastSize = partSize;
      lastCounts = partCounts;
    }

    void repeat(long count) {
      size += lastSize * (count - 1);
      lastSize *= count;
      lastCounts *= count;
      counts = Math.max(counts, lastCounts);
    }
  }

  private RegexSize(String pattern) {
    this.pattern = pattern;
  }

  /** What Go has against a pattern for its size; empty if nothing. */
  static Optional<String> complaint(String pattern) {
    return new RegexSize(pattern).complaint();
  }

  private Optional<String> complaint() {
    while (at < pattern.length()) {
      Optional<String> refused = part(pattern.charAt(at));
      if (refused.isPresent()) {
        return refused;
      }
      if (groups.size() > MAX_DEPTH) {
        return Optional.of("expression nests too deeply");
      }
      if (group.size > MAX_SIZE) {
        return Optional.of("expression too large");
      }
    }
    return Optional.empty();
  }

  private Optional<String> part(char c) {
    switch (c) {
      case '(' -> {
        at++;
        groups.push(group);
        group = new Group();
      }
      case ')' -> close();
      case '[' -> skip(CLASS);
      case '\\' -> skip(ESCAPE);
      case '{' -> {
        return repetition();
      }
      default -> {
        at++;
        group.add(1, 1);
      }
    }
    return Optional.empty();
  }

  private void close() {
    at++;
    if (!groups.isEmpty()) {
      Group closed = group;
      group = groups.pop();
      group.add(closed.size + 1, closed.counts);
    }
  }

  private void skip(Pattern part) {
    Matcher matcher = part.matcher(pattern).region(at, pattern.length());
    int end = matcher.lookingAt() ? matcher.end() : at + 1;
    group.add(pattern.startsWith("\\Q", at) ? end - at : 1, 1);
    at = end;
  }

  private Optional<String> repetition() {
    Matcher matcher = REPETITION.matcher(pattern).region(at, pattern.length());
    if (!matcher.lookingAt()) {
      at++;
      group.add(1, 1);
      return Optional.empty();
    }
    at = matcher.end();
    int least = Integer.parseInt(matcher.group(1));
    String most = matcher.group(3);
    int count = most == null || most.isEmpty() ? least : Integer.parseInt(most);
    group.repeat(Math.max(1, count));
    return group.lastCounts > MAX_COUNT
        ? Optional.of("invalid repeat count: `" + matcher.group() + "`")
        : Optional.empty();
  }
}
