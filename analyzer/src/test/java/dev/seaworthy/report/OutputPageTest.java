package dev.seaworthy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.Suppression;
import dev.seaworthy.report.TextOptions.Verbosity;
import dev.seaworthy.source.Precision;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/output.md} true. */
class OutputPageTest {

  private static final String MANIFEST =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: prod
      spec:
        template:
          spec:
            containers:
              - name: app
                image: registry.example/web:1.4
                securityContext:
                  privileged: true
      """;

  private static String page;
  private static AnalysisResult result;

  @BeforeAll
  static void read() throws IOException {
    page = Files.readString(Documents.root().resolve("output.md"));
    result =
        Analyzer.builder()
            .rules(List.of(Samples.RULES.get(0)))
            .build()
            .analyze(Source.of("deploy/web.yaml", MANIFEST));
  }

  @Test
  void showsTextAsItIs() {
    TextOptions options =
        new TextOptions(false, Verbosity.NORMAL, Optional.of("seaworthy explain"));
    Report report = new TextReport(options, Samples.quoting(MANIFEST));

    assertThat(page).contains("```text\n" + Samples.written(report, result) + "```\n");
  }

  @Test
  void showsJsonAsItIs() {
    Report report = new JsonReport(Tool.of("seaworthy", "0.1.0"));

    assertThat(page).contains("```json\n" + Samples.written(report, result) + "```\n");
  }

  @Test
  void namesEveryKindOfThing() {
    for (ProblemKind kind : ProblemKind.values()) {
      assertThat(page).contains("| `" + kind.id() + "` |");
    }
    for (Precision precision : Precision.values()) {
      assertThat(page).contains("| `" + precision.id() + "` |");
    }
    for (Suppression.Kind kind : Suppression.Kind.values()) {
      assertThat(page).contains("`" + kind.name().toLowerCase(Locale.ROOT) + "`");
    }
  }
}
