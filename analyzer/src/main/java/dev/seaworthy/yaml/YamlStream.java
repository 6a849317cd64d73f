package dev.seaworthy.yaml;

import dev.seaworthy.source.Problem;
import dev.seaworthy.source.SourceText;
import java.util.List;

/**
 * All that was read from one source: a broken document does not take the others with it.
 *
 * @param source the text
 * @param documents the documents that could be read, in order, empty ones left out
 * @param problems what could not be read
 */
public record YamlStream(SourceText source, List<YamlDocument> documents, List<Problem> problems) {

  public YamlStream {
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
  }
}
