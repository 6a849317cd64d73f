package dev.seaworthy.helm;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** What the engine wrote for wrapped templates, by template. */
final class EngineOutput {

  private static final String SOURCE = "# Source: ";

  /** What Go writes for a value that is not there; Helm takes it out of what it renders. */
  private static final String NO_VALUE = "<no value>";

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private EngineOutput() {}

  /** What each template rendered to, by the name that Helm gives the template. */
  static Map<String, String> texts(String output) {
    Map<String, String> texts = new LinkedHashMap<>();
    String template = "";
    for (String line : (Iterable<String>) output.lines()::iterator) {
      if (line.startsWith(SOURCE)) {
        template = line.substring(SOURCE.length());
      } else if (line.startsWith(TemplateWrapper.MARKER)) {
        texts.put(template, string(line.substring(TemplateWrapper.MARKER.length())));
      }
    }
    return texts;
  }

  private static String string(String json) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      return parser.getString().replace(NO_VALUE, "");
    } catch (JacksonException e) {
      throw new IllegalStateException("the engine wrote no valid string: " + e.getMessage(), e);
    }
  }
}
