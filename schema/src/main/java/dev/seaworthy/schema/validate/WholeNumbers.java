package dev.seaworthy.schema.validate;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.EnumSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A limit with a fraction, as the API server applies it in a custom resource: to whole numbers
 * without the fraction, so that 0 is at least 0.1.
 *
 * @param of the validator of numbers with a fraction
 * @param ofWhole that of whole numbers
 */
record WholeNumbers(KeywordValidator of, KeywordValidator ofWhole) implements KeywordValidator {

  static final Set<KeywordType> LIMITS =
      EnumSet.of(
          KeywordType.MINIMUM,
          KeywordType.MAXIMUM,
          KeywordType.EXCLUSIVE_MINIMUM,
          KeywordType.EXCLUSIVE_MAXIMUM,
          KeywordType.MULTIPLE_OF);

  /** The validator of a limit. Nothing is a multiple of 0, so that one keeps its fraction. */
  static KeywordValidator of(
      KeywordType type, SchemaLocation at, JsonNode value, Schema parent, SchemaContext context)
      throws Exception {
    KeywordValidator exact = type.newValidator(at, value, parent, context);
    JsonNode schema = parent.getSchemaNode();
    boolean isFraction = value.isNumber() && value.doubleValue() != Math.rint(value.doubleValue());
    if (!isFraction
        || !schema.has(StructuralSchema.KEYWORD)
        || schema.path("type").asString("").equals("integer")
        || (type == KeywordType.MULTIPLE_OF && Math.abs(value.doubleValue()) < 1)) {
      return exact;
    }
    JsonNode whole = JsonNodeFactory.instance.numberNode((long) value.doubleValue());
    return new WholeNumbers(exact, type.newValidator(at, whole, parent, context));
  }

  @Override
  public void validate(ExecutionContext run, JsonNode node, JsonNode root, NodePath at) {
    (node.isIntegralNumber() ? ofWhole : of).validate(run, node, root, at);
  }

  @Override
  public String getKeyword() {
    return of.getKeyword();
  }

  @Override
  public SchemaLocation getSchemaLocation() {
    return of.getSchemaLocation();
  }

  @Override
  public void preloadSchema() {
    of.preloadSchema();
  }
}
