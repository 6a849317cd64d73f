package dev.seaworthy.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A pod is judged alike however it comes to be, and each finding stands at its own place. */
class SamePodTest {

  private static final String POD = "apiVersion: v1\nkind: Pod\nmetadata:\n";

  private static final Analyzer STRICT = Testdata.analyzer(Profile.STRICT);

  /**
   * A way to write a pod.
   *
   * @param head what stands before its metadata and spec
   * @param indent by how many blanks these are indented
   * @param path the path of the pod or template
   */
  private record Form(String name, String head, int indent, String path) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Form> FORMS =
      List.of(
          new Form(
              "Deployment",
              "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: x\nspec:\n  template:\n",
              4,
              "spec.template."),
          new Form(
              "StatefulSet",
              "apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: x\nspec:\n  template:\n",
              4,
              "spec.template."),
          new Form(
              "ReplicationController",
              "apiVersion: v1\nkind: ReplicationController\nmetadata:\n  name: x\nspec:\n"
                  + "  template:\n",
              4,
              "spec.template."),
          new Form(
              "CronJob",
              "apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: x\nspec:\n  jobTemplate:\n"
                  + "    spec:\n      template:\n",
              8,
              "spec.jobTemplate.spec.template."),
          new Form(
              "List item",
              "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n"
                  + "- apiVersion: v1\n  kind: Pod\n",
              2,
              ""),
          new Form(
              "custom resource of a known kind",
              "apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata:\n  name: x\nspec:\n"
                  + "  template:\n",
              4,
              "spec.template."),
          new Form(
              "custom resource of any kind",
              "apiVersion: example.com/v1\nkind: Machine\nmetadata:\n  name: x\nspec:\n"
                  + "  parts:\n    engine:\n",
              6,
              "spec.parts.engine."));

  static Stream<Arguments> cases() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    for (Path manifest : Testdata.manifests("privileged")) {
      String pod = Files.readString(manifest);
      boolean single = pod.startsWith(POD) && !pod.contains("\n---\n");
      for (Form form : single ? FORMS : List.<Form>of()) {
        cases.add(Arguments.of(manifest.getFileName().toString(), form));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("cases")
  void isJudgedAlike(String manifest, Form form) throws IOException {
    Path file =
        Testdata.manifests("privileged").stream()
            .filter(path -> path.endsWith(manifest))
            .findFirst()
            .orElseThrow();
    String pod = Files.readString(file);
    int ownLines = (int) pod.lines().takeWhile(line -> !line.equals("metadata:")).count();
    String body =
        pod.lines()
            .skip(ownLines)
            .map(" ".repeat(form.indent())::concat)
            .reduce("", (text, line) -> text + line + "\n");
    int addedLines = (int) form.head().lines().count() - ownLines;

    assertThat(findings(form.head() + body, form.path(), addedLines, form.indent()))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(findings(pod, "", 0, 0));
  }

  /** What is found, as if the pod stood alone. Of schemas, each kind has its own. */
  private static List<String> findings(String yaml, String path, int lines, int columns) {
    AnalysisResult result = STRICT.analyze(Source.of("pod.yaml", yaml));
    assertThat(result.problems()).isEmpty();
    return result.findings().stream()
        .filter(found -> !isAboutKinds(found))
        .map(found -> shown(found, path, lines, columns))
        .toList();
  }

  /** What the API server refuses depends on the kind; what controllers make is not known. */
  private static boolean isAboutKinds(Finding finding) {
    return Set.of("invalid", "schema").contains(finding.rule().category());
  }

  private static String shown(Finding finding, String path, int lines, int columns) {
    assertThat(finding.path()).startsWith(path);
    return String.format(
        "%d:%d %s %s %s: %s",
        finding.location().span().start().line() - lines,
        finding.location().span().start().column() - columns,
        finding.ruleId(),
        finding.path().substring(path.length()),
        finding.container().orElse("-"),
        finding.message());
  }
}
