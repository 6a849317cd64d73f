package dev.seaworthy.schema.validate;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.InvalidSchemaException;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.ValidationLimitExceededException;
import com.networknt.schema.path.PathType;
import com.networknt.schema.resource.SchemaLoader;
import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema that is ready to be used. Safe for any number of threads; its parts are made at need.
 */
public final class CompiledSchema {

  /** Far above what an object of a megabyte takes, which is the largest that a cluster keeps. */
  private static final int MAX_STEPS = 2_000_000;

  private static final int MAX_DEPTH = 1_000;

  /** Of more things that are wrong with one value the rest is left out. */
  public static final int MANY = 100;

  private static final ExecutionConfig BOUNDS =
      ExecutionConfig.builder()
          .maxEvaluationSteps(MAX_STEPS)
          .maxEvaluationDepth(MAX_DEPTH)
          .formatAssertionsEnabled(true)
          .build();

  private static final SchemaRegistryConfig CONFIG =
      SchemaRegistryConfig.builder()
          .regularExpressionFactory(new Re2Patterns())
          .formatAssertionsEnabled(true)
          .preloadSchema(false)
          .pathType(PathType.JSON_POINTER)
          .build();

  private static final com.networknt.schema.dialect.Dialect DIALECT = Dialect.make();

  private final Schema schema;
  private final FieldNames names;
  private final Preparation preparation;

  private CompiledSchema(Schema schema, FieldNames names, Preparation preparation) {
    this.schema = schema;
    this.names = names;
    this.preparation = preparation;
  }

  /** What is done with a value before it is looked at. */
  private interface Preparation {
    JsonNode prepare(JsonNode value) throws SchemaProblem;
  }

  /**
   * @param text a JSON document that refers to no other
   * @throws SchemaProblem if it is no such document
   */
  public static CompiledSchema of(String text) throws SchemaProblem {
    JsonNode document = SchemaReader.read(text);
    if (!(document instanceof ObjectNode root)) {
      throw new SchemaProblem("the schema is no JSON object");
    }
    return compile(root, value -> value);
  }

  /**
   * The schema of a custom resource.
   *
   * @throws SchemaProblem if it is none
   */
  public static CompiledSchema ofCustomResource(CustomResourceSchema source) throws SchemaProblem {
    ObjectNode root = StructuralSchema.of(source);
    return compile(root, object -> Completion.of(object, root, source.prunes()));
  }

  private static CompiledSchema compile(ObjectNode root, Preparation preparation)
      throws SchemaProblem {
    prepare(root, SubSchemas.SCHEMA);
    SchemaRegistry registry =
        SchemaRegistry.withDialect(
            DIALECT,
            builder ->
                builder
                    .schemaRegistryConfig(CONFIG)
                    .schemaLoader(SchemaLoader.builder().block(anything -> true).build()));
    try {
      return new CompiledSchema(registry.getSchema(root), new FieldNames(root), preparation);
    } catch (RuntimeException | StackOverflowError e) {
      throw refused(e);
    }
  }

  /**
   * What is wrong with a value; if that is more than {@link #MANY} things, one more than that at
   * most. Of a text that holds a {@link Placeholder} nothing is known.
   *
   * @return in the order of the schema's fields, each thing once
   * @throws SchemaProblem if the schema turns out to be none, or takes too long
   */
  public List<SchemaViolation> validate(YamlNode value) throws SchemaProblem {
    return validate(value, field -> false);
  }

  /**
   * What is wrong with a value, some of whose fields no message may show.
   *
   * @param secrets these fields
   * @throws SchemaProblem if the schema turns out to be none, or takes too long
   */
  public List<SchemaViolation> validate(YamlNode value, Predicate<FieldPath> secrets)
      throws SchemaProblem {
    List<Error> errors;
    try {
      JsonNode prepared = preparation.prepare(JsonTree.of(value));
      errors = schema.validate(prepared, run -> run.setExecutionConfig(BOUNDS));
    } catch (ValidationLimitExceededException e) {
      throw new SchemaProblem(
          "the schema takes more than " + MAX_STEPS + " steps, or leads to itself");
    } catch (RuntimeException | StackOverflowError e) {
      throw refused(e);
    }
    List<Error> certain = errors.stream().filter(error -> !isReplaced(error)).toList();
    return certain.isEmpty()
        ? List.of()
        : ErrorReader.read(certain, new WrittenValues(value, secrets));
  }

  /** Whether another tool replaces the value before the API server sees it. */
  private static boolean isReplaced(Error error) {
    JsonNode value = error.getInstanceNode();
    return value != null && value.isString() && Placeholder.isIn(value.stringValue());
  }

  /** Loads what every schema takes. */
  public static void prepare() {
    try {
      YamlNode value = new YamlMapping(0, 0, List.of(), List.of());
      of("{\"type\": \"object\", \"required\": [\"a\"]}").validate(value);
    } catch (SchemaProblem e) {
      throw new IllegalStateException(e);
    }
  }

  /** The names of fields in the schema, and where they are. */
  public FieldNames names() {
    return names;
  }

  private static SchemaProblem refused(Throwable e) {
    boolean told =
        e instanceof SchemaException
            || e instanceof InvalidSchemaException
            || e instanceof IllegalArgumentException;
    String reason =
        told && e.getMessage() != null
            ? e.getMessage().lines().findFirst().orElse("").replaceFirst("^java\\S+: ", "")
            : e instanceof StackOverflowError ? "it is nested too deeply" : e.toString();
    return new SchemaProblem("the schema cannot be used: " + reason);
  }

  /** Takes out what names the document, and refuses what leads to others. */
  private static void prepare(JsonNode node, SubSchemas kind) throws SchemaProblem {
    if (kind == SubSchemas.DATA) {
      return;
    }
    if (node instanceof ObjectNode object) {
      for (String name : List.of("$schema", "$id", "id")) {
        if (object.path(name).isString()) {
          object.remove(name);
        }
      }
      JsonNode reference = object.path("$ref");
      if (reference.isString() && !reference.stringValue().startsWith("#")) {
        throw new SchemaProblem(
            "the schema refers to '" + reference.stringValue() + "', which is another document");
      }
      for (String name : object.propertyNames()) {
        prepare(object.get(name), kind.under(name));
      }
    } else if (node.isArray()) {
      for (JsonNode item : node) {
        prepare(item, kind);
      }
    }
  }
}
