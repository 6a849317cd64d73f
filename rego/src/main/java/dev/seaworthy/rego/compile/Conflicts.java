package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.syntax.Module;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds rules that cannot be there together. */
final class Conflicts {

  private final RuleNode root;
  private final Problems problems;

  Conflicts(RuleNode root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  void check(List<Module> modules) {
    root.forEach(this::checkNode);
    checkPackages(modules);
  }

  private void checkNode(RuleNode node) {
    List<RuleDraft> rules = node.rules();
    if (rules.isEmpty()) {
      return;
    }
    RuleDraft first = rules.get(0);
    List<RuleDraft> all = node.allRules();
    List<RuleDraft> below = all.subList(rules.size(), all.size());
    if (!below.isEmpty() && rules.stream().anyMatch(RuleDraft::isGround)) {
      String others =
          below.stream()
              .map(RuleDraft::display)
              .distinct()
              .sorted()
              .collect(Collectors.joining(" "));
      problems.type(
          first.location(), "rule " + first.display() + " conflicts with [" + others + "]");
    } else if (!isUniform(rules)) {
      problems.type(first.location(), "conflicting rules " + first.display() + " found");
    } else {
      checkDefaults(rules);
    }
  }

  private void checkDefaults(List<RuleDraft> rules) {
    List<RuleDraft> defaults = new ArrayList<>();
    for (RuleDraft rule : rules) {
      if (rule.isDefault()) {
        defaults.add(rule);
      }
    }
    if (defaults.size() > 1) {
      String name = defaults.get(0).display();
      String places =
          defaults.stream().map(rule -> line(rule.location())).collect(Collectors.joining(", "));
      problems.type(
          defaults.get(0).module().packageLocation(),
          "multiple default rules " + name + " found at " + places);
    }
  }

  /** Whether rules define the same kind of thing. */
  private static boolean isUniform(List<RuleDraft> rules) {
    RuleDraft first = rules.get(0);
    for (RuleDraft rule : rules) {
      if (rule.isSet() != first.isSet()
          || rule.arguments.size() != first.arguments.size()
          || isValue(rule) != isValue(first)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isValue(RuleDraft rule) {
    return !rule.isSet() && rule.isGround();
  }

  /** A rule and a package cannot be at the same place. */
  private void checkPackages(List<Module> modules) {
    Map<List<RegoValue>, List<Module>> byPath = new HashMap<>();
    for (Module module : modules) {
      byPath.computeIfAbsent(path(module), path -> new ArrayList<>()).add(module);
    }
    for (RuleDraft rule : root.allRules()) {
      List<Module> there = byPath.getOrDefault(rule.groundPrefix(), List.of());
      if (rule.isGround() && !there.isEmpty()) {
        problems.type(
            rule.module().packageLocation(),
            "package %s conflicts with rule %s defined at %s"
                .formatted(
                    Paths.display(path(there.get(0))).substring("data.".length()),
                    name(rule),
                    line(rule.location())));
      }
    }
  }

  private static String name(RuleDraft rule) {
    return rule.display().substring(Paths.display(path(rule.module())).length() + 1);
  }

  private static String line(RegoLocation location) {
    return location.file() + ":" + location.row();
  }

  static List<RegoValue> path(Module module) {
    List<RegoValue> path = new ArrayList<>();
    for (String step : module.packagePath()) {
      path.add(new RegoString(step));
    }
    return path;
  }
}
