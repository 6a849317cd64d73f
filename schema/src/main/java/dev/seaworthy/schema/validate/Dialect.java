package dev.seaworthy.schema.validate;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The JSON Schema that objects are held against: draft 2020-12 as far as Kubernetes reads it, with
 * what is null taken for absent. The definitions of older drafts are found as well, for a reference
 * may lead anywhere in its document.
 */
final class Dialect {

  static final String ID = "https://seaworthy.dev/dialect";

  private static final Set<KeywordType> KNOWN =
      EnumSet.of(
          KeywordType.ADDITIONAL_PROPERTIES,
          KeywordType.ALL_OF,
          KeywordType.ANY_OF,
          KeywordType.CONST,
          KeywordType.CONTAINS,
          KeywordType.DEPENDENCIES,
          KeywordType.DEPENDENT_REQUIRED,
          KeywordType.DEPENDENT_SCHEMAS,
          KeywordType.ENUM,
          KeywordType.EXCLUSIVE_MAXIMUM,
          KeywordType.EXCLUSIVE_MINIMUM,
          KeywordType.FORMAT,
          KeywordType.IF_THEN_ELSE,
          KeywordType.ITEMS,
          KeywordType.MAX_CONTAINS,
          KeywordType.MAX_ITEMS,
          KeywordType.MAX_LENGTH,
          KeywordType.MAX_PROPERTIES,
          KeywordType.MAXIMUM,
          KeywordType.MIN_CONTAINS,
          KeywordType.MIN_ITEMS,
          KeywordType.MIN_LENGTH,
          KeywordType.MIN_PROPERTIES,
          KeywordType.MINIMUM,
          KeywordType.MULTIPLE_OF,
          KeywordType.NOT,
          KeywordType.ONE_OF,
          KeywordType.PATTERN,
          KeywordType.PATTERN_PROPERTIES,
          KeywordType.PREFIX_ITEMS,
          KeywordType.PROPERTIES,
          KeywordType.PROPERTY_NAMES,
          KeywordType.REF,
          KeywordType.REQUIRED,
          KeywordType.TYPE,
          KeywordType.UNEVALUATED_ITEMS,
          KeywordType.UNEVALUATED_PROPERTIES,
          KeywordType.UNIQUE_ITEMS);

  /** What would judge a value that is null. */
  private static final Set<KeywordType> OF_VALUES =
      EnumSet.of(
          KeywordType.TYPE,
          KeywordType.ENUM,
          KeywordType.CONST,
          KeywordType.ALL_OF,
          KeywordType.ANY_OF,
          KeywordType.ONE_OF,
          KeywordType.NOT,
          KeywordType.IF_THEN_ELSE);

  private Dialect() {}

  /** Makes the validator of a keyword from its value and the schema that it stands in. */
  private interface Maker {
    KeywordValidator make(SchemaLocation at, JsonNode value, Schema parent, SchemaContext context)
        throws Exception;
  }

  private record Named(String getValue, Maker maker) implements Keyword {
    @Override
    public KeywordValidator newValidator(
        SchemaLocation at, JsonNode value, Schema parent, SchemaContext context) throws Exception {
      return maker.make(at, value, parent, context);
    }
  }

  static com.networknt.schema.dialect.Dialect make() {
    List<Keyword> keywords = new ArrayList<>();
    KNOWN.forEach(type -> keywords.add(keyword(type)));
    keywords.add(new Named(UniqueItems.KEYWORD, Dialect::uniqueItems));
    for (String annotation : List.of("$schema", "$id", "$anchor", "$defs", "definitions")) {
      keywords.add(new NonValidationKeyword(annotation));
    }
    return com.networknt.schema.dialect.Dialect.builder(ID)
        .specificationVersion(SpecificationVersion.DRAFT_2020_12)
        .idKeyword("$id")
        .formats(formats())
        .keywords(keywords)
        .unknownKeywordFactory((name, context) -> new NonValidationKeyword(name))
        .build();
  }

  private static List<Format> formats() {
    List<Format> formats = new ArrayList<>(Formats.ALL);
    formats.addAll(FieldFormats.ALL);
    formats.add(new Base64Format());
    return formats;
  }

  private static Keyword keyword(KeywordType type) {
    if (type == KeywordType.ADDITIONAL_PROPERTIES) {
      return new Named(type.getValue(), Dialect::fields);
    }
    if (type == KeywordType.REQUIRED) {
      return new Named(
          type.getValue(),
          (at, value, parent, context) -> new RequiredFields(type, at, value, parent, context));
    }
    if (WholeNumbers.LIMITS.contains(type)) {
      return new Named(
          type.getValue(),
          (at, value, parent, context) -> WholeNumbers.of(type, at, value, parent, context));
    }
    if (OF_VALUES.contains(type)) {
      return new Named(
          type.getValue(),
          (at, value, parent, context) -> {
            KeywordValidator validator =
                type == KeywordType.ENUM && TextEnum.isFor(value)
                    ? new TextEnum(at, value, parent, context)
                    : type.newValidator(at, value, parent, context);
            return judgesNull(type, parent.getSchemaNode()) ? validator : new UnlessNull(validator);
          });
    }
    return type;
  }

  private static boolean judgesNull(KeywordType type, JsonNode schema) {
    return schema.has(StructuralSchema.KEYWORD)
        && (type == KeywordType.ENUM
            || (type == KeywordType.TYPE && !StructuralSchema.isSet(schema, "nullable")));
  }

  private static KeywordValidator uniqueItems(
      SchemaLocation at, JsonNode value, Schema parent, SchemaContext context) {
    Keyword keyword = new NonValidationKeyword(UniqueItems.KEYWORD);
    return new UniqueItems(keyword, at, value, parent, context);
  }

  private static KeywordValidator fields(
      SchemaLocation at, JsonNode value, Schema parent, SchemaContext context) {
    KeywordType type = KeywordType.ADDITIONAL_PROPERTIES;
    boolean closed = value.isBoolean() && !value.booleanValue();
    return closed
        ? new KnownFields(type, at, value, parent, context)
        : type.newValidator(at, value, parent, context);
  }
}
