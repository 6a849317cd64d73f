package dev.seaworthy.rego.policy;

import dev.seaworthy.model.Facts;
import dev.seaworthy.rego.value.RegoJson;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.rego.value.RegoYaml;
import java.text.ParseException;

/**
 * The {@link Facts} as a value. They are packaged as JSON, as reading YAML takes a while in a JVM
 * that has just started.
 */
final class PackagedFacts {

  private PackagedFacts() {}

  /** All facts by name, from their YAML. */
  static RegoObject original() {
    RegoObject.Builder facts = RegoObject.builder();
    for (String name : Facts.names()) {
      facts.put(name, RegoYaml.of(Facts.about(name)));
    }
    return facts.build();
  }

  /** The text to package. */
  static String text() {
    return original().toString();
  }

  /** Reads the packaged text. */
  static RegoValue read(String text) {
    try {
      return RegoJson.parse(text);
    } catch (ParseException e) {
      throw new IllegalStateException("the packaged facts are broken: " + e.getMessage(), e);
    }
  }
}
