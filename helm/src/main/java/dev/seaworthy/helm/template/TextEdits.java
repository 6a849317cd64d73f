package dev.seaworthy.helm.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Changes to a text, at offsets of the text as it was. What is inserted at the same offset stays in
 * the order in which it was added, before what replaces the text from there on.
 */
final class TextEdits {

  private record Edit(int start, int end, String text) {}

  private final List<Edit> edits = new ArrayList<>();

  void insert(int offset, String text) {
    edits.add(new Edit(offset, offset, text));
  }

  /** Replaces a stretch that no other edit touches. */
  void replace(int start, int end, String text) {
    edits.add(new Edit(start, end, text));
  }

  String apply(String text) {
    edits.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
    StringBuilder result = new StringBuilder(text.length() + 16 * edits.size());
    int at = 0;
    for (Edit edit : edits) {
      result.append(text, at, edit.start()).append(edit.text());
      at = edit.end();
    }
    return result.append(text, at, text.length()).toString();
  }
}
