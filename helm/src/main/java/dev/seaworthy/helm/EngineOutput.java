package dev.seaworthy.helm;

import dev.seaworthy.helm.TemplateWrapper.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * What the engine wrote for wrapped templates, by the names that Helm gives the templates.
 *
 * @param plain what each template renders to
 * @param marked what each template renders to with marks, if that was asked for
 */
record EngineOutput(Map<String, String> plain, Map<String, String> marked) {

  private static final String SOURCE = "# Source: ";

  /** What Go writes for a value that is not there; Helm takes it out of what it renders. */
  private static final String NO_VALUE = "<no value>";

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  static EngineOutput read(String output) {
    Map<String, String> plain = new LinkedHashMap<>();
    Map<String, String> marked = new LinkedHashMap<>();
    String template = "";
    for (String line : (Iterable<String>) output.lines()::iterator) {
      if (line.startsWith(SOURCE)) {
        template = line.substring(SOURCE.length());
      } else if (line.startsWith(TemplateWrapper.BUNDLE)) {
        List<String> texts = strings(line.substring(TemplateWrapper.BUNDLE.length()));
        plain.put(texts.get(0), texts.get(1));
        marked.put(texts.get(0), texts.get(2));
      } else {
        take(Content.PLAIN, line, template, plain);
        take(Content.MARKED, line, template, marked);
      }
    }
    return new EngineOutput(plain, marked);
  }

  private static void take(
      Content content, String line, String template, Map<String, String> texts) {
    if (line.startsWith(content.comment())) {
      texts.put(template, strings(line.substring(content.comment().length())).get(0));
    }
  }

  /** The strings in a JSON text: one, or a list of them. */
  private static List<String> strings(String json) {
    List<String> strings = new ArrayList<>(1);
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          strings.add(parser.getString().replace(NO_VALUE, ""));
        }
      }
      return strings;
    } catch (JacksonException e) {
      throw new IllegalStateException("the engine wrote no valid string: " + e.getMessage(), e);
    }
  }
}
