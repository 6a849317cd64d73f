package dev.seaworthy.schema.validate;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.path.NodePath;
import tools.jackson.databind.JsonNode;

/** A keyword that is judged here and not by the library. {@link Messages} has the words. */
abstract class OwnKeyword extends BaseKeywordValidator {

  OwnKeyword(
      Keyword keyword, JsonNode value, SchemaLocation at, Schema parent, SchemaContext context) {
    super(keyword, value, at, parent, context);
  }

  final Error.Builder error(ExecutionContext run, JsonNode value, NodePath at) {
    return Error.builder()
        .keyword(getKeyword())
        .instanceNode(value)
        .instanceLocation(at)
        .evaluationPath(run.getEvaluationPath())
        .schemaLocation(getSchemaLocation())
        .schemaNode(getSchemaNode())
        .message(getKeyword());
  }
}
