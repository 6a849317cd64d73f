package dev.seaworthy.source;

import java.util.List;
import java.util.Map;

/**
 * What a set of files, such as those of a Helm chart, renders to in each of some scenarios.
 *
 * @param name how results refer to the whole, such as the chart's folder
 * @param scenarios the names of the scenarios that could be rendered, at least in part; the first
 *     one is that of the defaults, if it is among them
 * @param texts what came out; a text that is the same in several scenarios is there once
 * @param origins the files that the texts were made of, as far as they are text
 * @param failed the files of which something could not be rendered, and why: lower-case, no full
 *     stop; each is told as a problem too
 * @param unread the values that are set and that nothing reads
 */
public record Rendering(
    String name,
    List<String> scenarios,
    List<RenderedText> texts,
    List<SourceText> origins,
    Map<String, String> failed,
    List<UnreadValue> unread) {

  /** A rendering of which it is not known what reads the values. */
  public Rendering(
      String name,
      List<String> scenarios,
      List<RenderedText> texts,
      List<SourceText> origins,
      Map<String, String> failed) {
    this(name, scenarios, texts, origins, failed, List.of());
  }

  public Rendering {
    scenarios = List.copyOf(scenarios);
    texts = List.copyOf(texts);
    origins = List.copyOf(origins);
    failed = Map.copyOf(failed);
    unread = List.copyOf(unread);
  }
}
