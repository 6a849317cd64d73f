package dev.seaworthy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seaworthy.source.FileState;
import dev.seaworthy.source.InventoryEntry;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceAnalysisTest {

  private static final String POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n";

  @Test
  void failsOnAManifestAboveTheLimit() {
    AnalysisResult result = analyse(POD.length() - 1, Source.of("pod.yaml", POD));

    assertThat(result.inventory())
        .containsExactly(InventoryEntry.failed("pod.yaml", "larger than 46 bytes", 0));
    assertThat(result.problems())
        .containsExactly(
            Problem.of(
                ProblemKind.TOO_LARGE,
                "pod.yaml",
                "larger than 46 bytes",
                "Split the file, exclude it, or raise the limit."));
  }

  @Test
  void acceptsAManifestOfExactlyTheLimit() {
    assertThat(analyse(POD.length(), Source.of("pod.yaml", POD)).inventory())
        .containsExactly(InventoryEntry.analysed("pod.yaml", 1));
  }

  @Test
  void skipsOtherThingsAboveTheLimit() {
    AnalysisResult result = analyse(10, Source.of("notes.txt", "something else altogether"));

    assertThat(result.problems()).isEmpty();
    assertThat(result.inventory())
        .containsExactly(
            InventoryEntry.skipped(
                "notes.txt", "larger than 10 bytes, and its start is no manifest"));
  }

  @Test
  void saysWhyASourceCannotBeRead() {
    AnalysisResult result =
        analyse(
            throwing("a.yaml", () -> new IOException("Input/output error")),
            throwing("b.yaml", IOException::new),
            Source.of("c.yaml", POD));

    assertThat(result.problems())
        .extracting(Problem::kind, Problem::message)
        .containsExactly(
            tuple(ProblemKind.NOT_READABLE, "'a.yaml' could not be read: input/output error"),
            tuple(ProblemKind.NOT_READABLE, "'b.yaml' could not be read: IOException"));
    assertThat(states(result)).containsExactly("failed", "failed", "analysed");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void turnsAnUnexpectedExceptionIntoAProblemOfThatSource(int threads) {
    Analyzer analyzer = Analyzer.builder().rules(TestRules.ALL).parallelism(threads).build();
    AnalysisResult result =
        analyzer.analyze(
            Source.of("a.yaml", POD),
            throwing("b.yaml", () -> new UncheckedIOException(new IOException("gone"))),
            throwing("c.yaml", () -> new StackOverflowError("too deep")),
            Source.of("d.yaml", POD));

    assertThat(states(result)).containsExactly("analysed", "failed", "failed", "analysed");
    assertThat(result.problems())
        .extracting(problem -> problem.kind() + " " + problem.file().orElseThrow())
        .containsExactly("internal-error b.yaml", "internal-error c.yaml");
    Problem problem = result.problems().get(0);
    assertThat(problem.message())
        .isEqualTo(
            "analysing 'b.yaml' failed unexpectedly: java.io.UncheckedIOException:"
                + " java.io.IOException: gone");
    assertThat(problem.hint()).contains("report it").endsWith(".");
    assertThat(problem.detail().orElseThrow())
        .contains("java.io.UncheckedIOException", "Caused by: java.io.IOException: gone")
        .contains("SourceAnalysisTest");
  }

  @Test
  void skipsBinaryFiles() {
    AnalysisResult result = analyse(Source.of("logo.png", new byte[] {1, 0, 2, 0}));

    assertThat(result.inventory())
        .containsExactly(InventoryEntry.skipped("logo.png", "binary file"));
  }

  @Test
  void failsOnAManifestWithNulBytes() {
    AnalysisResult result = analyse(Source.of("pod.yaml", POD + "\0"));

    assertThat(result.problems())
        .containsExactly(
            Problem.of(
                ProblemKind.ENCODING,
                "pod.yaml",
                "NUL bytes in what looks like a manifest",
                "Save the file as UTF-8 text."));
    assertThat(states(result)).containsExactly("failed");
  }

  @Test
  void placesTheMalformedByteOfAManifest() {
    byte[] latin1 = (POD + "# caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1);
    AnalysisResult result = analyse(Source.of("pod.yaml", latin1));

    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(ProblemKind.ENCODING);
              assertThat(problem.span().orElseThrow().start()).hasToString("4:6");
              assertThat(problem.message()).isEqualTo("byte 0xe9 is not valid UTF-8");
            });
    assertThat(states(result)).containsExactly("failed");
  }

  @Test
  void skipsOtherTextThatIsMalformed() {
    byte[] latin1 = "caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(analyse(Source.of("menu.txt", latin1)).inventory())
        .containsExactly(
            InventoryEntry.skipped("menu.txt", "no text: byte 0xe9 is not valid UTF-8"));
  }

  @Test
  void skipsABrokenFileThatIsNoManifest() {
    AnalysisResult result = analyse(Source.of("template.yaml", "a: 1\nb: [\n"));

    assertThat(result.problems()).isEmpty();
    assertThat(result.inventory())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.state()).isEqualTo(FileState.SKIPPED);
              assertThat(entry.reason())
                  .startsWith("no YAML, and no manifest: ")
                  .containsPattern(" at line \\d+$");
            });
  }

  @Test
  void failsOnABrokenManifest() {
    AnalysisResult result = analyse(Source.of("pod.yaml", POD + "spec: [\n"));

    assertThat(states(result)).containsExactly("failed");
    assertThat(result.problems())
        .extracting(Problem::kind)
        .containsExactly(ProblemKind.YAML_SYNTAX);
    assertThat(result.objects()).isZero();
  }

  @Test
  void judgesTheGoodDocumentsOfABrokenStream() {
    AnalysisResult result =
        analyse(
            Source.of(
                "stream.yaml",
                """
                apiVersion: v1
                kind: Pod
                spec: {hostPID: true}
                ---
                apiVersion: v1
                kind: Pod
                spec: {hostPID: true
                ---
                apiVersion: v1
                kind: Pod
                spec: {hostPID: true}
                """));

    assertThat(AdHocRule.places(result.findings()))
        .containsExactly("stream.yaml:3:17", "stream.yaml:11:17");
    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(ProblemKind.YAML_SYNTAX);
              assertThat(problem.span().orElseThrow().start().line()).isBetween(7, 8);
            });
    InventoryEntry entry = result.inventory().get(0);
    assertThat(entry.state()).isEqualTo(FileState.FAILED);
    assertThat(entry.objects()).isEqualTo(2);
    assertThat(entry.reason()).isEqualTo(result.problems().get(0).message());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{kind: Pod, metadata: {name: a}} | the object has no 'apiVersion'",
        "{apiVersion: apps/v1beta1, metadata: {name: a}} | the object has no 'kind'",
        "{apiversion: v1, kind: Pod, metadata: {}} | the object has no 'apiVersion' but 'apiversion'",
        "{apiVersion: v1, kind: List, items: [{apiVersion: v1, metadata: {}}]}"
            + " | the object has no 'kind'",
      })
  void whatIsPlainlyMeantToBeAnObjectIsNoSilentSkip(String half, String message) {
    AnalysisResult result =
        analyse(Source.of("file.yaml", "apiVersion: v1\nkind: Pod\n---\n" + half + "\n"));

    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(ProblemKind.INCOMPLETE_OBJECT);
              assertThat(problem.message()).isEqualTo(message);
              assertThat(problem.span().orElseThrow().start().line()).isEqualTo(4);
            });
    assertThat(result.inventory()).containsExactly(InventoryEntry.failed("file.yaml", message, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{kind: pipeline, metadata: {}}",
        "{kind: Pod}",
        "{kind: Pod, metadata: text}",
        "{apiVersion: latest, metadata: {}}",
        "{apiVersion: 2, metadata: {}}"
      })
  void whatMayBeSomethingElseIsSkipped(String other) {
    AnalysisResult result = analyse(Source.of("file.yaml", other));

    assertThat(result.inventory().get(0).state()).isEqualTo(FileState.SKIPPED);
  }

  @Test
  void saysWhichDocumentsBesideObjectsAreNone() {
    String yaml = "apiVersion: v1\nkind: Pod\n---\nkind: Pod\n---\njust words\n";
    assertThat(analyse(Source.of("file.yaml", yaml)).inventory())
        .containsExactly(
            InventoryEntry.analysed(
                "file.yaml", 1, "no Kubernetes object: apiVersion missing at line 4, and 1 more"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | the file is empty",
        "`\uFEFF` | the file is empty",
        "`# only a comment\n` | the file is empty",
        "`---\n` | the file is empty",
        "just words | the document is no mapping",
        "[1, 2] | the document is no mapping",
        "{a: 1} | apiVersion and kind missing",
        "{kind: Pod} | apiVersion missing",
        "{apiVersion: v1} | kind missing",
        "{apiVersion: v1, kind: } | kind missing",
        "{apiVersion: v1, kind: 7} | kind missing",
        "{apiVersion: v1, Kind: Pod} | kind missing (found 'Kind', expected 'kind')",
        "`{apiversion: v1, kind: Pod}\n---\n`"
            + "| apiVersion missing (found 'apiversion', expected 'apiVersion')",
        "`{apiversion: v1, kind: Pod}\n---\n# the end\n`"
            + "| apiVersion missing (found 'apiversion', expected 'apiVersion')"
      })
  void saysWhyThereIsNoObject(String yaml, String reason) {
    assertThat(analyse(Source.of("file.yaml", yaml)).inventory())
        .containsExactly(InventoryEntry.skipped("file.yaml", "no Kubernetes object: " + reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{apiVersion: v1, kind: List, items: []} | 0",
        "{apiVersion: v1, kind: PodList, items: []} | 0",
        "{apiVersion: v1, kind: PodList, items: [{spec: {hostPID: true}}, {spec: {}}]} | 2",
        "{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: Pod}, {spec: {}}]} | 1",
        "{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: PodList, items: [{}, {}]}]} | 2",
        "{apiVersion: example.org/v1, kind: PriceList} | 1"
      })
  void countsTheObjectsOfLists(String yaml, int objects) {
    assertThat(analyse(Source.of("list.yaml", yaml)).inventory())
        .containsExactly(InventoryEntry.analysed("list.yaml", objects));
  }

  @Test
  void judgesTheItemsOfTypedLists() {
    AnalysisResult result =
        analyse(
            Source.of(
                "list.yaml",
                """
                apiVersion: apps/v1
                kind: DeploymentList
                items:
                  - metadata: {name: web}
                    spec: {template: {spec: {hostPID: true}}}
                """));

    assertThat(result.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.object().orElseThrow()).hasToString("Deployment web");
              assertThat(finding.path()).isEqualTo("spec.template.spec.hostPID");
              assertThat(finding.location()).hasToString("list.yaml:5:39");
            });
  }

  private static List<String> states(AnalysisResult result) {
    return result.inventory().stream().map(entry -> entry.state().id()).toList();
  }

  private static AnalysisResult analyse(Source... sources) {
    return Analyzer.builder().rules(TestRules.ALL).build().analyze(sources);
  }

  private static AnalysisResult analyse(int maxBytes, Source source) {
    return Analyzer.builder()
        .rules(TestRules.ALL)
        .limits(Limits.DEFAULT.withMaxFileBytes(maxBytes))
        .build()
        .analyze(source);
  }

  private static Source throwing(String name, Supplier<Throwable> thrown) {
    return new Source() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public byte[] read(int limit) throws IOException {
        return fail(thrown);
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> byte[] fail(Supplier<Throwable> thrown) throws T {
    throw (T) thrown.get();
  }
}
