package dev.seaworthy.rules.manifest;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violation.Related;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.yaml.YamlAlias;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Flags keys that a mapping holds more than once: kubectl keeps the last value and drops the others
 * without a word. The finding stands at the key that counts; where a merge ({@code <<}) after a key
 * replaces it, at the key that has no effect, as the text of the merge lies elsewhere.
 */
public final class DuplicateKey implements ObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("duplicate-key", "key is written more than once")
          .severity(Severity.MEDIUM)
          .category("manifest")
          .remediation("Keep one of them, with the value that is meant.")
          .references(
              "https://github.com/kubernetes/kubernetes/issues/14791",
              "https://yaml.org/spec/1.2.2/#3213-node-comparison")
          .aliases("key-duplicates")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(KubernetesObject object, Violations violations) {
    new Search(object, violations).visit(object.node(), FieldPath.ROOT);
  }

  /** A walk over an object that enters what an alias stands for once only. */
  private static final class Search {

    private final KubernetesObject object;
    private final Violations violations;
    private final Set<YamlNode> aliased = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<YamlNode> reported = Collections.newSetFromMap(new IdentityHashMap<>());

    Search(KubernetesObject object, Violations violations) {
      this.object = object;
      this.violations = violations;
    }

    void visit(YamlNode node, FieldPath path) {
      if (node instanceof YamlMapping mapping) {
        if (!mapping.duplicates().isEmpty() && reported.add(mapping)) {
          report(mapping, path);
        }
        for (YamlEntry entry : mapping.entries()) {
          boolean merged = entry.mergedThrough().isPresent();
          if (enters(entry.value(), merged)) {
            visit(entry.value().resolved(), path.child(entry.name()));
          }
        }
      } else if (node instanceof YamlSequence sequence) {
        for (int i = 0; i < sequence.items().size(); i++) {
          YamlNode item = sequence.items().get(i);
          if (enters(item, false)) {
            visit(item.resolved(), path.child(i));
          }
        }
      }
    }

    private boolean enters(YamlNode value, boolean merged) {
      YamlNode node = value.resolved();
      boolean writtenElsewhere = merged || value instanceof YamlAlias;
      return !(node instanceof YamlScalar) && (!writtenElsewhere || aliased.add(node));
    }

    private void report(YamlMapping mapping, FieldPath path) {
      Map<String, List<YamlScalar>> keys = new LinkedHashMap<>();
      for (var duplicate : mapping.duplicates()) {
        List<YamlScalar> same =
            keys.computeIfAbsent(
                duplicate.name(), name -> new ArrayList<>(List.of(duplicate.ignored())));
        same.add(duplicate.kept());
      }
      keys.forEach(
          (name, same) -> {
            Field field = object.root().get(path.child(name));
            boolean merged =
                mapping.entry(name).filter(entry -> entry.mergedThrough().isPresent()).isPresent();
            violations.report(merged ? replaced(field, name, same) : repeated(field, name, same));
          });
    }

    private static Violation repeated(Field field, String name, List<YamlScalar> keys) {
      int last = keys.size() - 1;
      String times = keys.size() == 2 ? "twice" : keys.size() + " times";
      return new Violation(
          field.shownAt(keys.get(last)),
          "key '" + name + "' is written " + times + ": Kubernetes keeps the last value",
          keys.subList(0, last).stream()
              .map(ignored -> new Related(field.shownAt(ignored), "this value is ignored"))
              .toList());
    }

    private static Violation replaced(Field field, String name, List<YamlScalar> keys) {
      int last = keys.size() - 1;
      return Violation.at(
              field.shownAt(keys.get(last - 1)),
              "key '" + name + "' has no effect: the merge after it brings another")
          .with(field.shownAt(keys.get(last)), "this value is the one that counts");
    }
  }
}
