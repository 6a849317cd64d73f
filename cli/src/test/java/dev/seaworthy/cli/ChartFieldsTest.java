package dev.seaworthy.cli;

import static dev.seaworthy.cli.CliRun.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each field of a template, misspelt, is told at the line of the template. */
class ChartFieldsTest {

  private static final Pattern KEY = Pattern.compile("((?: |- )*)([A-Za-z0-9]+):.*");

  /** What may have any keys. */
  private static final Set<String> MAPS =
      Set.of("annotations", "labels", "limits", "matchLabels", "nodeSelector", "requests");

  private static final Set<String> OF_OBJECTS = Set.of("apiVersion", "kind");

  @TempDir private Path folder;

  @Test
  void aTypoInATemplateIsToldAtItsKey() throws IOException {
    Files.createDirectories(folder.resolve("chart/templates"));
    Files.writeString(
        folder.resolve("chart/Chart.yaml"), "apiVersion: v2\nname: web\nversion: 1.0.0\n");
    Files.writeString(folder.resolve("chart/values.yaml"), "name: web\nhosts: [db, cache]\n");
    List<String> expected = writeTemplates();

    CliRun run =
        in(folder).run("check", "--profile=none", "--rule=schema-*", "--format=json", "chart");
    List<String> found = new ArrayList<>();
    JsonNode report = JsonMapper.shared().readTree(run.out());
    for (JsonNode finding : report.get("findings")) {
      found.add(
          "%s:%d:%d %s %s"
              .formatted(
                  finding.get("file").stringValue(),
                  finding.get("startLine").asInt(),
                  finding.get("startColumn").asInt(),
                  finding.get("ruleId").stringValue(),
                  finding.get("message").stringValue().replaceFirst(" in '[^']*'", "")));
    }
    assertThat(report.get("problems")).isEmpty();
    assertThat(expected).hasSizeGreaterThan(300);
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** One template for each key, which is misspelt there; returns what is to be found. */
  private List<String> writeTemplates() throws IOException {
    List<String> lines = template();
    List<String> expected = new ArrayList<>();
    int mapIndent = Integer.MAX_VALUE;
    for (int i = 0; i < lines.size(); i++) {
      Matcher key = KEY.matcher(lines.get(i));
      if (!key.matches()) {
        continue;
      }
      int indent = key.group(1).length();
      boolean isInMap = indent > mapIndent;
      String name = key.group(2);
      if (isInMap || (indent == 0 && OF_OBJECTS.contains(name))) {
        continue;
      }
      mapIndent = MAPS.contains(name) ? indent : Integer.MAX_VALUE;
      int middle = indent + name.length() / 2;
      String line = lines.get(i);
      List<String> wrong = new ArrayList<>(lines);
      wrong.set(i, line.substring(0, middle) + line.charAt(middle) + line.substring(middle));
      String file = "chart/templates/" + expected.size() + ".yaml";
      Files.write(folder.resolve(file), wrong);
      Matcher misspelt = KEY.matcher(wrong.get(i));
      assertThat(misspelt.matches()).isTrue();
      expected.add(
          "%s:%d:%d schema-unknown-field unknown field '%s'; did you mean '%s'?"
              .formatted(file, i + 1, indent + 1, misspelt.group(2), name));
    }
    return expected;
  }

  /** The Deployment with something for Helm to do, so that lines of template and text differ. */
  private static List<String> template() throws IOException {
    Path deployment = Invocation.PROJECT.resolve("testdata/fields/deployment.yaml");
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(deployment)) {
      switch (line) {
        case "  name: web" -> lines.add("  name: {{ .Values.name }}");
        case "            - db" -> {
          lines.add("            {{- range .Values.hosts }}");
          lines.add("            - {{ . }}");
          lines.add("            {{- end }}");
        }
        case "      containers:" -> {
          lines.add("      {{- if .Values.name }}");
          lines.add(line);
        }
        case "      volumes:" -> {
          lines.add("      {{- end }}");
          lines.add(line);
        }
        default -> lines.add(line);
      }
    }
    return lines;
  }
}
