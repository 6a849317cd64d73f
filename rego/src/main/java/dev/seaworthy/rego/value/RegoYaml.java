package dev.seaworthy.rego.value;

import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Turns YAML that is read already into values: what Kubernetes would make JSON of. */
public final class RegoYaml {

  /** What is behind aliases, so that each use of an anchor is the same value. */
  private final Map<YamlNode, RegoValue> anchored = new IdentityHashMap<>(4);

  private final Runnable step;

  private RegoYaml(Runnable step) {
    this.step = step;
  }

  /** The value of a node, aliases resolved. */
  public static RegoValue of(YamlNode node) {
    return of(node, () -> {});
  }

  /**
   * The value of a node, aliases resolved.
   *
   * @param step called before each node; what it throws ends the conversion
   */
  public static RegoValue of(YamlNode node, Runnable step) {
    return new RegoYaml(step).value(node);
  }

  private RegoValue value(YamlNode node) {
    YamlNode resolved = node.resolved();
    if (resolved == node) {
      return written(node);
    }
    RegoValue known = anchored.get(resolved);
    if (known == null) {
      known = written(resolved);
      anchored.put(resolved, known);
    }
    return known;
  }

  private RegoValue written(YamlNode node) {
    step.run();
    if (node instanceof YamlMapping mapping) {
      RegoObject.Builder object = RegoObject.builder();
      for (YamlEntry entry : mapping.entries()) {
        object.put(entry.name(), value(entry.value()));
      }
      return object.build();
    }
    if (node instanceof YamlSequence sequence) {
      List<RegoValue> items = new ArrayList<>(sequence.items().size());
      for (YamlNode item : sequence.items()) {
        items.add(value(item));
      }
      return RegoArray.of(items);
    }
    return scalar((YamlScalar) node);
  }

  private static RegoValue scalar(YamlScalar scalar) {
    return switch (scalar.type()) {
      case NULL -> RegoNull.NULL;
      case BOOLEAN -> RegoBoolean.of(scalar.booleanValue().orElseThrow());
      case INTEGER, FLOAT -> RegoNumber.of(scalar.numberValue().orElseThrow());
      case STRING -> new RegoString(scalar.text());
    };
  }
}
