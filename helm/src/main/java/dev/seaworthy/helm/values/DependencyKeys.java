package dev.seaworthy.helm.values;

import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlDocument;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the dependencies of a chart have to do with its values.
 *
 * @param keys the keys at the top that Helm itself reads for them: their names and aliases, {@code
 *     global}, {@code tags}, {@code exports}, and where their conditions stand and imported values
 *     go
 * @param imported the paths under which values of dependencies are imported; an empty path for all
 *     of the chart's values
 */
public record DependencyKeys(Set<String> keys, List<List<String>> imported) {

  public DependencyKeys {
    keys = Set.copyOf(keys);
    imported = imported.stream().map(List::copyOf).toList();
  }

  /**
   * Reads what declares the dependencies.
   *
   * @param declaring a {@code Chart.yaml} or {@code requirements.yaml}; what is no such thing
   *     declares none
   */
  public static DependencyKeys read(SourceText declaring) {
    Set<String> keys = new TreeSet<>(List.of("global", "tags", "exports"));
    List<List<String>> imported = new ArrayList<>();
    for (YamlDocument document : YamlReader.read(declaring).documents()) {
      for (YamlNode dependency : items(document.root(), "dependencies")) {
        addKeys(dependency, keys);
        items(dependency, "import-values").forEach(item -> imported.add(parent(item)));
      }
    }
    imported.stream().filter(path -> !path.isEmpty()).forEach(path -> keys.add(path.get(0)));
    return new DependencyKeys(keys, imported);
  }

  private static void addKeys(YamlNode dependency, Set<String> keys) {
    keys.add(text(dependency, "name"));
    keys.add(text(dependency, "alias"));
    for (String condition : text(dependency, "condition").split(",")) {
      keys.add(condition.strip().split("\\.", 2)[0]);
    }
    keys.remove("");
  }

  /** Where an import goes: what a dependency exports becomes values of the chart itself. */
  private static List<String> parent(YamlNode item) {
    String path = text(item, "parent");
    return path.isEmpty() || path.equals(".") ? List.of() : List.of(path.split("\\."));
  }

  private static List<YamlNode> items(YamlNode node, String key) {
    return node instanceof YamlMapping mapping
            && mapping.get(key).orElse(null) instanceof YamlSequence sequence
        ? sequence.items().stream().map(YamlNode::resolved).toList()
        : List.of();
  }

  private static String text(YamlNode node, String key) {
    return node instanceof YamlMapping mapping
            && mapping.get(key).orElse(null) instanceof YamlScalar scalar
            && !scalar.isNull()
        ? scalar.text()
        : "";
  }
}
