package dev.seaworthy.schema.validate;

import com.google.re2j.Pattern;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The formats that the API server holds values to; of others it takes no notice. */
final class Formats {

  static final List<Format> ALL =
      List.of(
          new Named("int32", JsonNode::isIntegralNumber, JsonNode::canConvertToInt),
          new Named("int64", JsonNode::isIntegralNumber, JsonNode::canConvertToLong),
          text(
              "date-time",
              "\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})"),
          text("date", "\\d{4}-\\d{2}-\\d{2}"),
          text("uuid", "(?i)[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}"),
          text("ipv4", "((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.|$)){4}"));

  private Formats() {}

  private record Named(String getName, Predicate<JsonNode> concerns, Predicate<JsonNode> holds)
      implements Format {
    @Override
    public boolean matches(ExecutionContext run, SchemaContext context, JsonNode node) {
      return !concerns.test(node) || holds.test(node);
    }
  }

  private static Format text(String name, String regex) {
    // most schemas need none of them: a pattern is made when it is needed
    return new Named(name, JsonNode::isString, node -> Pattern.matches(regex, node.stringValue()));
  }
}
