package dev.seaworthy.schema.validate;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code additionalProperties: false}. Its errors come with the schema that has the fields. */
final class KnownFields extends OwnKeyword {

  private final JsonNode fields;
  private final List<Pattern> patterns = new ArrayList<>(0);

  KnownFields(
      KeywordType keyword,
      SchemaLocation at,
      JsonNode value,
      Schema parent,
      SchemaContext context) {
    super(keyword, value, at, parent, context);
    fields = parent.getSchemaNode().path("properties");
    for (String regex : parent.getSchemaNode().path("patternProperties").propertyNames()) {
      try {
        patterns.add(Pattern.compile(regex));
      } catch (PatternSyntaxException e) {
        patterns.add(Pattern.compile(""));
      }
    }
  }

  @Override
  public void validate(ExecutionContext run, JsonNode node, JsonNode root, NodePath at) {
    if (!node.isObject()) {
      return;
    }
    for (String name : node.propertyNames()) {
      if (!fields.has(name) && patterns.stream().noneMatch(known -> known.matcher(name).find())) {
        run.addError(
            error(run, node.get(name), at)
                .property(name)
                .schemaNode(getParentSchema().getSchemaNode())
                .build());
      }
    }
  }
}
