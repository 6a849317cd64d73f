package dev.seaworthy.report;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A JSON Schema that asserts formats too. Nothing is fetched. */
final class Schema {

  private final com.networknt.schema.Schema schema;

  private Schema(SpecificationVersion version, String text, Map<String, String> others) {
    this.schema =
        SchemaRegistry.withDefaultDialect(version, builder -> builder.schemas(others))
            .getSchema(text, InputFormat.JSON);
  }

  /** The schema of our JSON output, as it is checked in. */
  static Schema ofOutput() {
    return checkedIn("output-v1.schema.json");
  }

  /** The schema of our list of rules, as it is checked in. */
  static Schema ofRules() {
    return checkedIn("rules-v1.schema.json");
  }

  /** The schema of how far workloads lead, as it is checked in. */
  static Schema ofReach() {
    return checkedIn("reach-v1.schema.json", "output-v1.schema.json");
  }

  private static Schema checkedIn(String name, String... others) {
    Map<String, String> texts = new HashMap<>();
    for (String other : others) {
      texts.put("https://seaworthy.dev/schema/" + other, text(other));
    }
    return new Schema(SpecificationVersion.DRAFT_2020_12, text(name), texts);
  }

  private static String text(String name) {
    try {
      return Files.readString(Documents.root().resolve(Path.of("schema", name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The official schema of SARIF 2.1.0. */
  static Schema ofSarif() {
    try (InputStream in = Schema.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return new Schema(
          SpecificationVersion.DRAFT_7,
          new String(in.readAllBytes(), StandardCharsets.UTF_8),
          Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a document, one string for each error. */
  List<String> errors(String document) {
    List<Error> errors =
        schema.validate(
            document,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    return errors.stream().map(Error::toString).toList();
  }
}
