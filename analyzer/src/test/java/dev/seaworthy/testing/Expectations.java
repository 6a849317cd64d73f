package dev.seaworthy.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads the marks in YAML: see {@link RuleTester}. */
public final class Expectations {

  private static final String MARK = "#!";

  private Expectations() {}

  /** The expected texts by line, lines starting at 1. The lists can be changed. */
  public static TreeMap<Integer, List<String>> in(String yaml) {
    TreeMap<Integer, List<String>> expected = new TreeMap<>();
    List<String> lines = yaml.lines().toList();
    List<String> waiting = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int mark = line.indexOf(MARK);
      boolean alone = mark >= 0 && line.substring(0, mark).isBlank();
      if (alone) {
        waiting.addAll(texts(line.substring(mark)));
        continue;
      }
      List<String> here = new ArrayList<>(waiting);
      waiting.clear();
      if (mark >= 0) {
        here.addAll(texts(line.substring(mark)));
      }
      if (!here.isEmpty()) {
        expected.put(i + 1, here);
      }
    }
    if (!waiting.isEmpty()) {
      throw new AssertionError("a mark at the end has no line to mark: " + waiting);
    }
    return expected;
  }

  private static List<String> texts(String marks) {
    List<String> texts = new ArrayList<>();
    for (String text : marks.split(MARK)) {
      if (!text.isBlank()) {
        texts.add(text.strip());
      }
    }
    return texts;
  }
}
