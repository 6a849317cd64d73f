package dev.seaworthy.report;

import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.Range;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.RuleParameter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;

/**
 * Rules as one JSON document of a stable shape, version 1: described, to the letter, in {@code
 * docs/schema/rules-v1.schema.json}.
 */
public final class JsonRuleList {

  private static final int VERSION = 1;

  private final Tool tool;
  private final Function<RuleMetadata, String> language;

  /**
   * @param language what a rule is written in, in lower case, such as {@code java}
   */
  public JsonRuleList(Tool tool, Function<RuleMetadata, String> language) {
    this.tool = tool;
    this.language = language;
  }

  /**
   * Writes all of the rules in UTF-8. Flushes the stream and leaves it open.
   *
   * @throws IOException if the stream throws it
   */
  public void write(List<RuleMetadata> rules, OutputStream out) throws IOException {
    JsonWriter.write(
        out,
        json -> {
          json.member("version", VERSION);
          json.object(
              "tool",
              () -> {
                json.member("name", tool.name());
                json.member("version", tool.version());
              });
          json.objects("rules", rules, rule -> rule(json, rule));
        });
  }

  private void rule(JsonWriter json, RuleMetadata rule) {
    json.member("id", rule.id());
    json.member("title", rule.title());
    json.member("severity", rule.severity().id());
    json.member("category", rule.category());
    json.member("language", language.apply(rule));
    json.member("default", Profile.RECOMMENDED.includes(rule.profile()));
    json.member("profile", rule.profile().id());
    json.strings("aliases", rule.aliases());
    json.strings("standards", rule.standards());
    json.member("remediation", rule.remediation());
    json.strings("references", rule.references());
    json.objects("parameters", rule.parameters(), parameter -> parameter(json, parameter));
  }

  private static void parameter(JsonWriter json, RuleParameter parameter) {
    json.member("name", parameter.name());
    json.member("type", parameter.defaultValue().type());
    json.member("description", parameter.description());
    ParameterValue value = parameter.defaultValue();
    if (value instanceof ParameterValue.Flag flag) {
      json.member("default", flag.value());
    } else if (value instanceof ParameterValue.Whole whole) {
      json.member("default", whole.value());
    } else if (value instanceof ParameterValue.Text text) {
      json.member("default", text.value());
    } else if (value instanceof ParameterValue.Texts texts) {
      json.strings("default", texts.values());
    } else if (value instanceof ParameterValue.Ranges ranges) {
      json.strings("default", ranges.values().stream().map(Range::toString).toList());
    }
  }
}
