package dev.seaworthy.helm.template;

import static java.util.stream.Collectors.joining;

import dev.seaworthy.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marked templates in tests: readable, and filled in by hand as the engine would. */
final class Marked {

  private static final Pattern ACTION_OF_MARKS =
      Pattern.compile("\\{\\{ \"([\\uA490-\\uA4C6]+)\" }}");

  private final Marker marker;

  private Marked(Marker marker) {
    this.marker = marker;
  }

  /** Marks files, given as name and text in turn. */
  static Marked files(String... namesAndTexts) {
    return new Marked(Marker.of(sources(namesAndTexts)));
  }

  static Marked lenient(String text) {
    return new Marked(Marker.lenient(sources("a", text)));
  }

  static List<SourceText> sources(String... namesAndTexts) {
    List<SourceText> files = new ArrayList<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.add(new SourceText(namesAndTexts[i], namesAndTexts[i + 1]));
    }
    return files;
  }

  /**
   * The marked text of a file, in which {@code ⟦1} opens a frame, {@code ⟦1|} a branch, {@code 1⟧}
   * closes a frame, {@code ⟨1⟩} precedes text, and {@code ★} starts the name of a twin. The frame
   * of the file is left out.
   */
  String text(String name) {
    String all = marker.marked(name).orElseThrow();
    String readable = readable(all);
    int first = readable.indexOf("}}") + 2;
    int last = readable.lastIndexOf("{{ \"");
    return readable.substring(first, last);
  }

  private static String readable(String text) {
    StringBuilder result = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == Marks.TWIN) {
        result.append('★');
      } else if (Marks.isMark(c)) {
        int end = text.indexOf(Marks.END, at);
        int id = Marks.number(text, at + 1, end);
        result.append(
            switch (c) {
              case Marks.OPEN -> "⟦" + id;
              case Marks.BRANCH -> "⟦" + id + "|";
              case Marks.CLOSE -> id + "⟧";
              default -> "⟨" + id + "⟩";
            });
        at = end;
      } else {
        result.append(c);
      }
    }
    return result.toString();
  }

  /**
   * What the marked text of a file renders to.
   *
   * @param values what stands instead of each action that was not added; an action that is not
   *     among them renders to nothing
   */
  String rendered(String name, Map<String, String> values) {
    return fill(marker.marked(name).orElseThrow(), values);
  }

  /** What the twin of a named template renders to. */
  String renderedTwin(String file, String name, Map<String, String> values) {
    String all = marker.marked(file).orElseThrow();
    String open = "define \"" + Marks.TWIN + name + "\" }}";
    int start = all.indexOf(open) + open.length();
    return fill(all.substring(start, all.indexOf("{{ end", start)), values);
  }

  private static String fill(String marked, Map<String, String> values) {
    String trimmed = marked.replaceAll("\\s*\\{\\{- ", "{{ ").replaceAll(" -}}\\s*", " }}");
    String text = ACTION_OF_MARKS.matcher(trimmed).replaceAll("$1");
    return Pattern.compile("\\{\\{ (.*?) }}")
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    values.getOrDefault(match.group(1).replace(Marks.TWIN, '★'), "")));
  }

  MarkedOutput read(String output) {
    return marker.read(output);
  }

  /** The trail from the first occurrence of a word in an output. */
  static String trail(MarkedOutput output, String word) {
    return describe(output.trail(output.text().indexOf(word)));
  }

  static String describe(List<Frame> frames) {
    return frames.stream().map(Frame::toString).collect(joining(" < "));
  }
}
