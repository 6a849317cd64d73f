package dev.seaworthy.helm.values;

import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlDocument;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A values file that was read. As for Helm, its first document counts.
 *
 * @param source the text
 * @param root what it holds; empty if it holds nothing or could not be read
 * @param problems why it could not be read
 */
public record ValuesFile(SourceText source, YamlMapping root, List<Problem> problems) {

  private static final YamlMapping EMPTY = new YamlMapping(0, 0, List.of(), List.of());

  public ValuesFile {
    problems = List.copyOf(problems);
  }

  /** Reads a file, within the default bounds of {@link YamlReader}. Never throws. */
  public static ValuesFile read(SourceText source) {
    YamlStream stream = YamlReader.read(source);
    List<Problem> problems = new ArrayList<>(stream.problems());
    List<YamlDocument> documents = stream.documents();
    if (!problems.isEmpty() || documents.isEmpty()) {
      return new ValuesFile(source, EMPTY, problems);
    }
    YamlNode root = documents.get(0).root().resolved();
    if (root instanceof YamlMapping mapping) {
      return new ValuesFile(source, mapping, problems);
    }
    problems.add(
        Problem.at(
            ProblemKind.YAML_SYNTAX,
            source.name(),
            source.span(root.start(), root.start()),
            "values must be a mapping of keys to values",
            "Write each value after a key of its own, such as 'replicas: 2'."));
    return new ValuesFile(source, EMPTY, problems);
  }
}
