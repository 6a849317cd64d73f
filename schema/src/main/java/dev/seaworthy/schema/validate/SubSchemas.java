package dev.seaworthy.schema.validate;

import java.util.Set;

/** What the keywords of a schema hold: schemas, schemas by name, or data. */
enum SubSchemas {
  /** A schema or several, or nothing of interest. */
  SCHEMA,
  /** Schemas by names of the author's: a field may be called {@code default} too. */
  BY_NAME,
  /** Anything, even what looks like a schema. */
  DATA;

  private static final Set<String> MAPS =
      Set.of("properties", "patternProperties", "dependentSchemas", "$defs", "definitions");

  private static final Set<String> VALUES =
      Set.of("default", "enum", "const", "example", "examples");

  /** What stands under a name, in a node that is itself of this kind. */
  SubSchemas under(String name) {
    if (this != SCHEMA) {
      return this == BY_NAME ? SCHEMA : DATA;
    }
    return MAPS.contains(name) ? BY_NAME : VALUES.contains(name) ? DATA : SCHEMA;
  }
}
