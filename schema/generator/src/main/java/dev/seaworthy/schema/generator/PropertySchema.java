package dev.seaworthy.schema.generator;

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
  private static final String INT_OR_STRING = CUSTOM + "IntOrString;";
  private static final Pattern MODEL = Pattern.compile(MODELS + "(\\w+);");

  private static final String[] INT32 = {
    "int32", String.valueOf(Integer.MIN_VALUE), String.valueOf(Integer.MAX_VALUE)
  };
  private static final String[] INT64 = {
    "int64", String.valueOf(Long.MIN_VALUE), String.valueOf(Long.MAX_VALUE)
  };

  /** Whole numbers: the format, and the range. */
  private static final Map<String, String[]> NUMBERS =
      Map.of("Ljava/lang/Integer;", INT32, "Ljava/lang/Long;", INT64);

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
          "Ljava/lang/Boolean;",
          new String[] {"\"boolean\"", ""},
          "Ljava/lang/Double;",
          new String[] {"\"number\"", "\"format\":\"double\""},
          "Ljava/time/OffsetDateTime;",
          new String[] {"\"string\"", "\"format\":\"date-time\""},
          "[B",
          new String[] {
            "\"string\"", "\"format\":\"byte\",\"pattern\":\"^[A-Za-z0-9+/=\\\\r\\\\n]*$\""
          },
          CUSTOM + "Quantity;",
          new String[] {"\"string\",\"number\"", "\"$ref\":\"#/$defs/Quantity\""});

  private PropertySchema() {}

  /** The schema of a Java type, given as a class file's signature. */
  static String of(String type, boolean nullable, Constraint constraint) {
    if (type.equals("Ljava/lang/Object;")) {
      return constraint.hasNoFields()
          ? schema("\"object\"", nullable, "\"additionalProperties\":false")
          : "{}";
    }
    if (type.equals(TEXT)) {
      return schema("\"string\"", nullable, constraint.ofText(), constraint.notEmpty("minLength"));
    }
    if (NUMBERS.containsKey(type)) {
      return schema("\"integer\"", nullable, number(NUMBERS.get(type), constraint));
    }
    if (type.equals(INT_OR_STRING)) {
      return schema(
          "\"integer\",\"string\"",
          nullable,
          number(INT32, constraint),
          constraint.ofPercentage(),
          "\"x-kubernetes-int-or-string\":true");
    }
    if (SIMPLE.containsKey(type)) {
      return schema(SIMPLE.get(type)[0], nullable, SIMPLE.get(type)[1]);
    }
    if (type.startsWith(LIST)) {
      String items = "\"items\":" + of(argument(type, LIST), true, constraint.ofItems());
      return schema("\"array\"", nullable, items, constraint.notEmpty("minItems"));
    }
    if (type.startsWith(MAP)) {
      String members =
          "\"additionalProperties\":" + of(argument(type, MAP), true, constraint.ofItems());
      return schema(
          "\"object\"",
          nullable,
          members,
          constraint.notEmpty("minProperties"),
          constraint.ofMembers());
    }
    Matcher model = MODEL.matcher(type);
    if (model.matches()) {
      String reference = "\"$ref\":\"#/$defs/" + model.group(1) + '"';
      return schema("\"object\"", nullable, reference, constraint.ofMembers());
    }
    throw new IllegalArgumentException("no schema is known for the Java type " + type);
  }

  private static String number(String[] type, Constraint constraint) {
    return "\"format\":\"" + type[0] + "\"," + constraint.ofNumber(type[1], type[2]);
  }

  /** The models that a type speaks of. */
  static Set<String> models(String type) {
    Matcher model = MODEL.matcher(type);
    return model.find() ? Set.of(model.group(1)) : Set.of();
  }

  private static String argument(String type, String prefix) {
    return type.substring(prefix.length(), type.length() - ">;".length());
  }

  private static String schema(String types, boolean nullable, String... keywords) {
    String all = nullable ? types + ",\"null\"" : types;
    StringBuilder schema = new StringBuilder("{\"type\":");
    schema.append(all.indexOf(',') < 0 ? all : "[" + all + "]");
    for (String keyword : keywords) {
      schema.append(keyword.isEmpty() ? "" : "," + keyword);
    }
    return schema.append('}').toString();
  }
}
