package dev.seaworthy.helm.template;

import dev.seaworthy.source.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Marks the templates of a chart, so that what they render to can be led back to them. Immutable.
 *
 * <p>A marked template renders to the same text with marks in it. It is meant to stand <em>beside
 * the one it was made of</em>, in another file of the same folder: a named template {@code n} in it
 * has another name, that of its marked twin. Calls whose result is written as it is lead to the
 * twin; all others, such as that in {@code {{ if include "n" . }}}, still lead to the template that
 * was written, so that marks change no decision and no checksum. Where several files define the
 * same name, the marked files have to be in the order of the written ones for the twin of the right
 * one to be taken: the same prefix to all file names does that.
 */
public final class Marker {

  private final Map<String, String> markedTexts = new HashMap<>();
  private final List<MarkPoint> points = new ArrayList<>();

  private Marker(Collection<SourceText> files, boolean lenient) {
    if (files.stream().anyMatch(file -> hasMarks(file.text()))) {
      return;
    }
    Map<SourceText, List<TemplateNode>> templates = new HashMap<>();
    Set<String> names = new HashSet<>();
    for (SourceText file : files) {
      readable(file.text()).ifPresent(nodes -> templates.put(file, nodes));
    }
    templates.values().forEach(nodes -> NamedTemplates.collect(nodes, names));
    for (SourceText file : files) {
      List<TemplateNode> nodes = templates.get(file);
      if (nodes != null) {
        TemplateMarker marker = new TemplateMarker(file, names, points);
        markedTexts.put(file.name(), marker.mark(nodes, lenient));
      }
    }
  }

  /**
   * Marks templates.
   *
   * @param files all template files of a chart and of its subcharts, each with a name of its own
   */
  public static Marker of(Collection<SourceText> files) {
    return new Marker(files, false);
  }

  /**
   * Marks templates and makes them lenient, as {@link LenientTemplate} does. Frames still lead to
   * the files as they were written.
   *
   * @param files as in {@link #of}
   */
  public static Marker lenient(Collection<SourceText> files) {
    return new Marker(files, true);
  }

  /**
   * Whether a text has characters that marks are made of. Templates are not marked if one of them
   * has; neither can output be read in which other texts brought them, such as values.
   */
  public static boolean hasMarks(String text) {
    return Marks.next(text, 0) < text.length();
  }

  /**
   * The marked text of a file; absent if it was not marked, because it cannot be read or as a file
   * has characters that marks are made of.
   *
   * @param name the name of the file
   */
  public Optional<String> marked(String name) {
    return Optional.ofNullable(markedTexts.get(name));
  }

  /** Reads what a marked template rendered to. Any text can be read. */
  public MarkedOutput read(String output) {
    return new MarkedOutputReader(points, output).read();
  }

  private static Optional<List<TemplateNode>> readable(String text) {
    try {
      return Optional.of(TemplateReader.read(text));
    } catch (TemplateSyntaxException e) {
      return Optional.empty();
    }
  }
}
