package dev.seaworthy.schema.validate;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code required}: a field that is null is missing, unless it may be null. */
final class RequiredFields extends OwnKeyword {

  private final List<String> names = new ArrayList<>();

  RequiredFields(
      KeywordType keyword,
      SchemaLocation at,
      JsonNode value,
      Schema parent,
      SchemaContext context) {
    super(keyword, value, at, parent, context);
    for (JsonNode name : value) {
      if (name.isString()) {
        names.add(name.stringValue());
      }
    }
  }

  @Override
  public void validate(ExecutionContext run, JsonNode node, JsonNode root, NodePath at) {
    if (!node.isObject()) {
      return;
    }
    for (String name : names) {
      JsonNode value = node.get(name);
      if (value == null || (value.isNull() && !isNullable(name))) {
        run.addError(error(run, node, at).property(name).build());
      }
    }
  }

  private boolean isNullable(String name) {
    JsonNode schema = getParentSchema().getSchemaNode();
    JsonNode field = schema.path("properties").path(name);
    return schema.has(StructuralSchema.KEYWORD)
        || field.path("nullable").asBoolean(false)
        || allowsNull(field.path("type"));
  }

  private static boolean allowsNull(JsonNode types) {
    for (JsonNode type : types) {
      if (type.isString() && type.stringValue().equals("null")) {
        return true;
      }
    }
    return false;
  }
}
