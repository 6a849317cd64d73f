package dev.seaworthy.schema.validate;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A list of which no two items share the values of some fields, or all of their value if none are
 * named: {@code x-kubernetes-list-type}.
 */
final class UniqueItems extends OwnKeyword {

  static final String KEYWORD = "x-seaworthy-unique-by";

  private final List<String> keys = new ArrayList<>();

  UniqueItems(
      Keyword keyword, SchemaLocation at, JsonNode value, Schema parent, SchemaContext context) {
    super(keyword, value, at, parent, context);
    value.forEach(key -> keys.add(key.asString("")));
  }

  @Override
  public void validate(ExecutionContext run, JsonNode node, JsonNode root, NodePath at) {
    if (!node.isArray()) {
      return;
    }
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < node.size(); i++) {
      JsonNode item = node.get(i);
      Object identity = keys.isEmpty() ? item : keys.stream().map(item::path).toList();
      boolean named = keys.isEmpty() || keys.stream().anyMatch(key -> !isMissing(item.path(key)));
      if (named && !seen.add(identity)) {
        run.addError(error(run, item, at.append(i)).build());
      }
    }
  }

  private static boolean isMissing(JsonNode value) {
    return value instanceof MissingNode;
  }
}
