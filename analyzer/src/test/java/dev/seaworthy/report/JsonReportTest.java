package dev.seaworthy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JsonReportTest {

  private static final Report REPORT = new JsonReport(Samples.TOOL);

  @Test
  void writesAFindingAsTheContractShowsIt() {
    AnalysisResult result =
        Samples.analyse("deploy/web.yaml", Samples.pod("securityContext: {privileged: true}"));

    assertThat(Samples.written(REPORT, result))
        .isEqualTo(
            """
            {
              "version": 1,
              "tool": {
                "name": "seaworthy",
                "version": "1.2.3"
              },
              "findings": [
                {
                  "ruleId": "privileged-container",
                  "severity": "high",
                  "message": "container 'app' runs privileged",
                  "file": "deploy/web.yaml",
                  "startLine": 11,
                  "startColumn": 37,
                  "endLine": 11,
                  "endColumn": 41,
                  "precision": "exact",
                  "object": {
                    "apiVersion": "v1",
                    "kind": "Pod",
                    "namespace": "prod",
                    "name": "web"
                  },
                  "container": "app",
                  "path": "spec.containers[0].securityContext.privileged",
                  "related": [],
                  "fingerprint": "%s"
                }
              ],
              "suppressedFindings": [],
              "problems": [],
              "inventory": [
                {
                  "file": "deploy/web.yaml",
                  "state": "analysed",
                  "objects": 1
                }
              ],
              "reach": [],
              "summary": {
                "findings": {
                  "critical": 0,
                  "high": 1,
                  "medium": 0,
                  "low": 0,
                  "info": 0
                },
                "reach": {
                  "contained": 0,
                  "root-in-container": 0,
                  "sees-the-host": 0,
                  "takes-the-node": 0,
                  "takes-the-cluster": 0
                },
                "suppressed": 0,
                "problems": 0,
                "files": {
                  "analysed": 1,
                  "skipped": 0,
                  "failed": 0
                }
              }
            }
            """
                .formatted(result.findings().get(0).fingerprint()));
  }

  @Test
  void leavesOutWhatIsAbsent() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        metadata:
          generateName: web-
        spec:
          hostNetwork: true # seaworthy: ignore[nope]
        """;

    JsonNode findings = Samples.tree(REPORT, Samples.analyse("a.yaml", yaml)).get("findings");

    JsonNode ofPod = findings.get(0);
    assertThat(ofPod.get("ruleId").stringValue()).isEqualTo("host-network");
    assertThat(ofPod.get("object").propertyNames()).containsExactly("apiVersion", "kind", "name");
    assertThat(ofPod.has("container")).isFalse();
    JsonNode ofFile = findings.get(1);
    assertThat(ofFile.get("ruleId").stringValue()).isEqualTo("invalid-suppression");
    assertThat(ofFile.propertyNames()).doesNotContain("object", "container", "path");
  }

  @Test
  void tellsWhereAndWhySomethingIsSuppressed() {
    String yaml =
        Samples.pod(
            """
            securityContext:
              privileged: true # seaworthy: ignore[KSV-0017] needs /dev/kvm
            """);

    JsonNode tree = Samples.tree(REPORT, Samples.analyse("a.yaml", yaml));

    assertThat(tree.get("findings")).isEmpty();
    assertThat(tree.get("summary").get("suppressed").intValue()).isEqualTo(1);
    JsonNode suppressed = tree.get("suppressedFindings").get(0);
    assertThat(suppressed.get("ruleId").stringValue()).isEqualTo("privileged-container");
    JsonNode suppression = suppressed.get("suppression");
    assertThat(suppression.get("kind").stringValue()).isEqualTo("comment");
    assertThat(suppression.get("reason").stringValue()).isEqualTo("needs /dev/kvm");
    assertThat(suppression.get("startLine").intValue()).isEqualTo(12);
    assertThat(suppression.get("startColumn").intValue()).isEqualTo(26);
  }

  @Test
  void givesAProblemThePlaceThatIsKnown() {
    AnalysisResult result =
        Samples.analyse("broken.yaml", "apiVersion: v1\nkind: [\n")
            .with(Problem.of(ProblemKind.NOT_READABLE, "z.yaml", "cannot be read", "Look."))
            .with(Problem.general(ProblemKind.NOTHING_TO_ANALYSE, "nothing", "Name a folder."));

    JsonNode problems = Samples.tree(REPORT, result).get("problems");

    assertThat(problems.get(0).propertyNames()).containsExactly("kind", "message", "hint");
    assertThat(problems.get(1).propertyNames())
        .containsExactly(
            "kind", "file", "startLine", "startColumn", "endLine", "endColumn", "message", "hint");
    assertThat(problems.get(2).propertyNames()).containsExactly("kind", "file", "message", "hint");
  }

  @Test
  void accountsForEveryInput() {
    AnalysisResult result =
        Samples.analyse(
            Source.of("a.yaml", Samples.pod("")), Source.of("notes.txt", "just: text\n"));

    JsonNode tree = Samples.tree(REPORT, result);

    JsonNode skipped = tree.get("inventory").get(1);
    assertThat(skipped.get("state").stringValue()).isEqualTo("skipped");
    assertThat(skipped.get("reason").stringValue()).isNotEmpty();
    assertThat(skipped.get("objects").intValue()).isZero();
    assertThat(tree.get("summary").get("files").get("skipped").intValue()).isEqualTo(1);
  }

  @Test
  void writesHalfASurrogatePairAsTheReplacementCharacter() {
    String yaml = Samples.pod("").replace("name: app", "name: \"a\\uD800b\\uD83D\\uDE00\"");
    yaml = yaml.replace("livenessProbe: {}", "image: x");

    JsonNode finding = Samples.tree(REPORT, Samples.analyse("a.yaml", yaml)).get("findings").get(0);

    assertThat(finding.get("container").stringValue()).isEqualTo("a\uFFFDb\uD83D\uDE00");
  }

  @Test
  void givesTheSameBytesWhateverTheNumberOfThreads() {
    Source[] sources = new Source[40];
    for (int i = 0; i < sources.length; i++) {
      sources[i] = Source.of("f" + i + ".yaml", Samples.pod("securityContext: {privileged: true}"));
    }
    Analyzer.Builder builder = Analyzer.builder().rules(Samples.RULES);

    String alone = Samples.written(REPORT, builder.parallelism(1).build().analyze(sources));
    String together = Samples.written(REPORT, builder.parallelism(8).build().analyze(sources));

    assertThat(together).isEqualTo(alone);
  }

  @Test
  void flushesTheStreamAndLeavesItOpen() throws IOException {
    AtomicInteger flushed = new AtomicInteger();
    AtomicInteger closed = new AtomicInteger();
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) {}

          @Override
          public void flush() {
            flushed.incrementAndGet();
          }

          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };

    for (Report report : reports()) {
      flushed.set(0);
      report.write(Samples.analyse("a.yaml", Samples.pod("")), out);
      assertThat(flushed).as(report.toString()).hasPositiveValue();
    }
    assertThat(closed).hasValue(0);
  }

  @Test
  void letsAnIoExceptionThrough() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left");
          }
        };
    AnalysisResult result = Samples.analyse("a.yaml", Samples.pod(""));

    for (Report report : reports()) {
      assertThatIOException()
          .isThrownBy(() -> report.write(result, full))
          .withMessage("no space left");
    }
  }

  private static List<Report> reports() {
    return List.of(
        REPORT,
        new SarifReport(Samples.TOOL, RulePages.NONE),
        new TextReport(TextOptions.DEFAULT, SourceLines.NONE));
  }
}
