package dev.seaworthy.schema.validate;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import tools.jackson.databind.JsonNode;

/** Judges a value unless it is null, which counts as absent. */
record UnlessNull(KeywordValidator validator) implements KeywordValidator {

  @Override
  public void validate(ExecutionContext run, JsonNode node, JsonNode root, NodePath at) {
    if (!node.isNull()) {
      validator.validate(run, node, root, at);
    }
  }

  @Override
  public String getKeyword() {
    return validator.getKeyword();
  }

  @Override
  public SchemaLocation getSchemaLocation() {
    return validator.getSchemaLocation();
  }

  @Override
  public void preloadSchema() {
    validator.preloadSchema();
  }
}
