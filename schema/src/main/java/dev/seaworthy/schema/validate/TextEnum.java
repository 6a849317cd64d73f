package dev.seaworthy.schema.validate;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.path.NodePath;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * {@code enum} of texts. The validator that the library has prints the values when it is made, and
 * loads an object mapper for it, which takes a start longer than the rest of a schema.
 */
final class TextEnum extends OwnKeyword {

  private final Set<String> texts = new HashSet<>();

  TextEnum(SchemaLocation at, JsonNode values, Schema parent, SchemaContext context) {
    super(KeywordType.ENUM, values, at, parent, context);
    values.forEach(value -> texts.add(value.stringValue()));
  }

  /** Whether all values are texts. */
  static boolean isFor(JsonNode values) {
    for (JsonNode value : values) {
      if (!value.isString()) {
        return false;
      }
    }
    return values.isArray();
  }

  @Override
  public void validate(ExecutionContext run, JsonNode node, JsonNode root, NodePath at) {
    if (!node.isString() || !texts.contains(node.stringValue())) {
      run.addError(error(run, node, at).build());
    }
  }
}
