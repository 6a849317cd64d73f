package dev.seaworthy.schema.validate;

import com.networknt.schema.Error;
import dev.seaworthy.model.FieldPath;
import dev.seaworthy.rule.Suggestions;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Says what a value is, and what it must be. */
final class Values {

  /** What a value must be that needs quotes. */
  static final String TEXT = "a string";

  private final WrittenValues written;
  private final FieldPath at;
  private final boolean isSecret;

  Values(WrittenValues written, FieldPath at) {
    this.written = written;
    this.at = at;
    this.isSecret = written.isSecret(at);
  }

  /** The types that a value may have, each with its article. */
  static List<String> types(Error error) {
    JsonNode schema = error.getSchemaNode();
    List<String> types = new ArrayList<>();
    if (schema != null && schema.isString()) {
      types.add(type(schema.stringValue()));
    } else if (schema != null) {
      for (JsonNode type : schema) {
        if (!type.asString("").equals("null")) {
          types.add(type(type.asString("")));
        }
      }
    }
    return types;
  }

  /** A value in few words. */
  String describe(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> isSecret ? "a string" : "the string " + actual(value);
      case NUMBER -> isSecret ? "a number" : "the number " + actual(value);
      case BOOLEAN -> isSecret ? "a boolean" : "the boolean " + actual(value);
      case ARRAY -> "a list";
      case OBJECT -> "a mapping";
      default -> "null";
    };
  }

  /** Why a value of the right type is not allowed: the rest of a sentence about it. */
  String reason(Error error) {
    JsonNode schema = error.getSchemaNode();
    JsonNode value = error.getInstanceNode();
    String limit =
        schema == null ? "" : schema.isString() ? schema.stringValue() : schema.toString();
    return switch (error.getKeyword()) {
      case "enum" -> enumerated(schema, value);
      case "const" -> "must be " + shown(schema) + butIs(value);
      case "pattern" -> pattern(limit, value);
      case "format" ->
          limit.equals(Base64Format.NAME)
              ? known(KnownPattern.BASE64, value)
              : "is no " + format(limit) + (isSecret ? "" : ": " + actual(value));
      case "minimum" -> "must be at least " + limit + butIs(value);
      case "maximum" -> "must be at most " + limit + butIs(value);
      case "exclusiveMinimum" -> "must be more than " + limit + butIs(value);
      case "exclusiveMaximum" -> "must be less than " + limit + butIs(value);
      case "multipleOf" -> "must be a multiple of " + limit + butIs(value);
      case "minLength" -> atLeast(limit, " characters");
      case "maxLength" -> "must have at most " + limit + " characters";
      case "minItems" -> atLeast(limit, " items, and has " + value.size());
      case "maxItems" -> "must have at most " + limit + " items, and has " + value.size();
      case "minProperties" -> atLeast(limit, " fields, and has " + value.size());
      case "maxProperties" -> "must have at most " + limit + " fields, and has " + value.size();
      case UniqueItems.KEYWORD -> repeated(schema);
      case "uniqueItems" -> "has two items that are the same";
      case "oneOf" -> "fits several of the forms of which it must have one";
      case "not" -> "has a form that it must not have";
      default -> "breaks '" + error.getKeyword() + "' of its schema";
    };
  }

  private static String repeated(JsonNode keys) {
    List<String> names = new ArrayList<>();
    keys.forEach(key -> names.add("'" + key.asString("") + "'"));
    return names.isEmpty()
        ? "is in the list already"
        : "has the same " + String.join(" and ", names) + " as an item before it";
  }

  private String enumerated(JsonNode schema, JsonNode value) {
    List<String> allowed = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (JsonNode each : schema) {
      boolean isAbsence = each.isNull() || each.asString("-").isEmpty();
      if (!isAbsence || schema.size() == 1) {
        allowed.add(shown(each));
        names.add(each.asString(""));
      }
    }
    return "must be "
        + Messages.or(Messages.some(allowed))
        + butIs(value)
        + (value.isString() && !isSecret ? Suggestions.didYouMean(value.stringValue(), names) : "");
  }

  private static String atLeast(String limit, String rest) {
    return limit.equals("1") ? "must not be empty" : "must have at least " + limit + rest;
  }

  private String pattern(String regex, JsonNode value) {
    return KnownPattern.of(regex)
        .map(pattern -> known(pattern, value))
        .orElseGet(() -> "must match '" + regex + "'" + butIs(value));
  }

  private String known(KnownPattern pattern, JsonNode value) {
    String hint =
        isSecret
            ? pattern == KnownPattern.BASE64 ? "; plain text belongs in 'stringData'" : ""
            : pattern == KnownPattern.QUANTITY
                ? QuantityHint.of(value.asString(""))
                    .map(meant -> "; did you mean '" + meant + "'?")
                    .orElse("")
                : "";
    return "must be " + pattern.words() + butIs(value) + hint;
  }

  private String butIs(JsonNode value) {
    return value.isValueNode() && !isSecret ? ", and is " + actual(value) : "";
  }

  /** The value that is there, as it was written. */
  private String actual(JsonNode value) {
    return value.isString()
        ? Messages.quoted(value.stringValue())
        : Messages.cut(written.plain(at).orElseGet(value::toString));
  }

  private static String shown(JsonNode value) {
    return value.isString() ? Messages.quoted(value.stringValue()) : value.toString();
  }

  private static String format(String name) {
    return switch (name) {
      case "int32" -> "whole number of 32 bits";
      case "int64" -> "whole number of 64 bits";
      case "date-time" -> "date and time of RFC 3339";
      case "ipv4" -> "IPv4 address";
      case "uuid" -> "UUID";
      case "ip" -> "IP address";
      case "cidr" -> "network such as 10.9.8.0/24";
      case "absolute-path" -> "path that begins with '/'";
      case "env-name" -> "name of an environment variable (printable ASCII without '=')";
      case "http-header" -> "name of an HTTP header (letters, digits and '-')";
      case "k8s-short-name" -> "DNS label (up to 63 lower-case letters, digits and '-')";
      case "k8s-long-name" -> "DNS subdomain (lower-case letters, digits, '-' and '.')";
      case "k8s-label-key" -> "label's key (letters, digits, '-', '_', '.', maybe after 'prefix/')";
      case "k8s-label-value" -> "label's value (up to 63 letters, digits, '-', '_' and '.')";
      default -> name;
    };
  }

  private static String type(String name) {
    return switch (name) {
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      case "string" -> TEXT;
      case "array" -> "a list";
      case "object" -> "a mapping";
      default -> name;
    };
  }
}
