package dev.seaworthy.helm;

import dev.seaworthy.helm.chart.ChartFile;
import dev.seaworthy.helm.chart.CopiedFile;
import java.util.regex.Pattern;

/**
 * Names the draft in schemas that ask for the newest one, whichever that is: Helm would look it up
 * in the network.
 */
final class NewestDraft {

  /** The path of the schema for the values of a chart. */
  static final String SCHEMA = "values.schema.json";

  private static final Pattern NEWEST =
      Pattern.compile("(\"\\$schema\"\\s*:\\s*\")https?://json-schema\\.org/schema#?\"");

  private NewestDraft() {}

  static CopiedFile named(ChartFile schema) {
    return schema
        .text()
        .map(
            text ->
                NEWEST
                    .matcher(text.text())
                    .replaceAll("$1https://json-schema.org/draft/2020-12/schema\""))
        .map(text -> new CopiedFile(schema.path(), text))
        .orElseGet(() -> CopiedFile.of(schema));
  }
}
