package dev.seaworthy.rego.policy;

import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.RuleParameter;
import dev.seaworthy.rule.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the bundled policies say of themselves, read once, when they are packaged: reading it from
 * their comments at each start would take longer than anything else. A line is a key and its
 * values, with tabs between; a policy starts with its name.
 */
final class PolicyIndex {

  private static final String POLICY = "policy";
  private static final String PARAMETER = "parameter";

  private PolicyIndex() {}

  /** The text of the index. */
  static String text() {
    List<String> names = BundledPolicies.names();
    List<Rule> rules = BundledPolicies.parsedRules();
    StringBuilder index = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      write(names.get(i), rules.get(i).metadata(), index);
    }
    return index.toString();
  }

  private static void write(String policy, RuleMetadata rule, StringBuilder index) {
    line(index, POLICY, List.of(policy));
    line(index, "id", List.of(rule.id()));
    line(index, "title", List.of(rule.title()));
    line(index, "severity", List.of(rule.severity().name()));
    line(index, "category", List.of(rule.category()));
    line(index, "profile", List.of(rule.profile().name()));
    line(index, "remediation", List.of(rule.remediation()));
    line(index, "references", rule.references());
    line(index, "aliases", rule.aliases());
    line(index, "standards", rule.standards());
    for (RuleParameter parameter : rule.parameters()) {
      ParameterValue value = parameter.defaultValue();
      List<String> values =
          new ArrayList<>(List.of(parameter.name(), parameter.description(), value.type()));
      values.addAll(texts(value));
      line(index, PARAMETER, values);
    }
  }

  private static void line(StringBuilder index, String key, List<String> values) {
    index.append(key);
    values.forEach(value -> index.append('\t').append(value));
    index.append('\n');
  }

  private static List<String> texts(ParameterValue value) {
    if (value instanceof ParameterValue.Texts texts) {
      return texts.values();
    }
    if (value instanceof ParameterValue.Text text) {
      return List.of(text.value());
    }
    return value instanceof ParameterValue.Whole whole
        ? List.of(Long.toString(whole.value()))
        : List.of(Boolean.toString(((ParameterValue.Flag) value).value()));
  }

  /** The metadata of each policy, by the name of its file, in order. */
  static Map<String, RuleMetadata> read(String index) {
    Map<String, RuleMetadata> rules = new LinkedHashMap<>();
    Map<String, List<String>> fields = new LinkedHashMap<>();
    List<RuleParameter> parameters = new ArrayList<>();
    for (String line : index.split("\n")) {
      List<String> values = Arrays.asList(line.split("\t"));
      if (values.get(0).equals(POLICY)) {
        add(rules, fields, parameters);
      }
      if (values.get(0).equals(PARAMETER)) {
        parameters.add(parameter(values));
      } else {
        fields.put(values.get(0), values.subList(1, values.size()));
      }
    }
    add(rules, fields, parameters);
    return rules;
  }

  private static void add(
      Map<String, RuleMetadata> rules,
      Map<String, List<String>> fields,
      List<RuleParameter> parameters) {
    if (!fields.isEmpty()) {
      RuleMetadata rule =
          new RuleMetadata(
              fields.get("id").get(0),
              fields.get("title").get(0),
              Severity.valueOf(fields.get("severity").get(0)),
              fields.get("category").get(0),
              Profile.valueOf(fields.get("profile").get(0)),
              fields.get("remediation").get(0),
              fields.get("references"),
              fields.get("aliases"),
              fields.get("standards"),
              parameters);
      rules.put(fields.get(POLICY).get(0), rule);
    }
    fields.clear();
    parameters.clear();
  }

  private static RuleParameter parameter(List<String> values) {
    List<String> texts = values.subList(4, values.size());
    ParameterValue value =
        switch (values.get(3)) {
          case "strings" -> new ParameterValue.Texts(texts);
          case "string" -> new ParameterValue.Text(texts.get(0));
          case "integer" -> new ParameterValue.Whole(Long.parseLong(texts.get(0)));
          default -> new ParameterValue.Flag(Boolean.parseBoolean(texts.get(0)));
        };
    return new RuleParameter(values.get(1), values.get(2), value);
  }
}
