package dev.seaworthy.schema.generator;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JSON Schema of a field, from its Java type: what the API server's decoder takes. It takes
 * null everywhere, and means that the field is absent.
 */
final class PropertySchema {

  private static final String MODELS = "Lio/kubernetes/client/openapi/models/";
  private static final String CUSTOM = "Lio/kubernetes/client/custom/";
  private static final String LIST = "Ljava/util/List<";
  private static final String MAP = "Ljava/util/Map<Ljava/lang/String;";
  private static final String TEXT = "Ljava/lang/String;";
  private static final Pattern MODEL = Pattern.compile(MODELS + "(\\w+);");

  private static final String INT32 =
      "\"format\":\"int32\",\"minimum\":" + Integer.MIN_VALUE + ",\"maximum\":" + Integer.MAX_VALUE;
  private static final String INT64 =
      "\"format\":\"int64\",\"minimum\":" + Long.MIN_VALUE + ",\"maximum\":" + Long.MAX_VALUE;

  /**
   * Definitions that are no models.
   *
   * <p>Quantity: the grammar of apimachinery's {@code resource.ParseQuantity}, blanks around it
   * ignored.
   */
  static final Map<String, String> DEFINITIONS =
      Map.of(
          "Quantity",
          "{\"format\":\"quantity\",\"pattern\":\"^\\\\s*[+-]?([0-9]+(\\\\.[0-9]*)?|\\\\.[0-9]+)"
              + "([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?\\\\s*$\"}");

  /** Types that need no argument: the names of the JSON types, and what else holds. */
  private static final Map<String, String[]> SIMPLE =
      Map.of(
          TEXT,
          new String[] {"\"string\"", ""},
          "Ljava/lang/Boolean;",
          new String[] {"\"boolean\"", ""},
          "Ljava/lang/Integer;",
          new String[] {"\"integer\"", INT32},
          "Ljava/lang/Long;",
          new String[] {"\"integer\"", INT64},
          "Ljava/lang/Double;",
          new String[] {"\"number\"", "\"format\":\"double\""},
          "Ljava/time/OffsetDateTime;",
          new String[] {"\"string\"", "\"format\":\"date-time\""},
          "[B",
          new String[] {
            "\"string\"", "\"format\":\"byte\",\"pattern\":\"^[A-Za-z0-9+/=\\\\r\\\\n]*$\""
          },
          CUSTOM + "IntOrString;",
          new String[] {"\"integer\",\"string\"", INT32 + ",\"x-kubernetes-int-or-string\":true"},
          CUSTOM + "Quantity;",
          new String[] {"\"string\",\"number\"", "\"$ref\":\"#/$defs/Quantity\""});

  private PropertySchema() {}

  /**
   * The schema of a Java type, given as a class file's signature.
   *
   * @param values the only texts that are taken, beside the empty one; empty if any is
   */
  static String of(String type, boolean nullable, List<String> values) {
    if (type.equals(TEXT) && !values.isEmpty()) {
      return schema("\"string\"", nullable, enumeration(values));
    }
    if (type.equals("Ljava/lang/Object;")) {
      return "{}";
    }
    String[] simple = SIMPLE.get(type);
    if (simple != null) {
      return schema(simple[0], nullable, simple[1]);
    }
    if (type.startsWith(LIST)) {
      return schema("\"array\"", nullable, "\"items\":" + of(argument(type, LIST), true, values));
    }
    if (type.startsWith(MAP)) {
      return schema(
          "\"object\"",
          nullable,
          "\"additionalProperties\":" + of(argument(type, MAP), true, values));
    }
    Matcher model = MODEL.matcher(type);
    if (model.matches()) {
      return schema("\"object\"", nullable, "\"$ref\":\"#/$defs/" + model.group(1) + '"');
    }
    throw new IllegalArgumentException("no schema is known for the Java type " + type);
  }

  /** The models that a type speaks of. */
  static Set<String> models(String type) {
    Matcher model = MODEL.matcher(type);
    return model.find() ? Set.of(model.group(1)) : Set.of();
  }

  private static String enumeration(List<String> values) {
    return "\"enum\":["
        + String.join(",", values.stream().map(v -> '"' + v + '"').toList())
        + ",\"\"]";
  }

  private static String argument(String type, String prefix) {
    return type.substring(prefix.length(), type.length() - ">;".length());
  }

  private static String schema(String types, boolean nullable, String more) {
    String all = nullable ? types + ",\"null\"" : types;
    String value = all.indexOf(',') < 0 ? all : "[" + all + "]";
    return "{\"type\":" + value + (more.isEmpty() ? "" : "," + more) + "}";
  }
}
