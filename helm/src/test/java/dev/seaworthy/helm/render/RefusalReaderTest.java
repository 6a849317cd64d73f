package dev.seaworthy.helm.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.helm.render.Refusal.Kind;
import dev.seaworthy.helm.render.RenderResult.Refused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what Helm says of charts that it refuses; skipped where Helm does not come for. */
class RefusalReaderTest {

  private static final String WEB = "templates/web.yaml";
  private static final String HELPERS = "templates/_helpers.tpl";

  @TempDir static Path folder;

  private static HelmEngine engine;

  @BeforeAll
  static void start() {
    engine = RealEngine.start(EngineLimits.DEFAULT.withTime(Duration.ofMinutes(2)));
  }

  @AfterAll
  static void close() {
    if (engine != null) {
      engine.close();
    }
  }

  /** Files by turns with their texts. */
  private static Refusal refusal(String... files) {
    Map<String, String> chart = new LinkedHashMap<>();
    for (int i = 0; i < files.length; i += 2) {
      chart.put(files[i], files[i + 1]);
    }
    return refusal(RenderRequest.of(TestCharts.chart(folder, chart), "1.34"));
  }

  private static Refusal refusal(RenderRequest request) {
    RenderResult result = engine.render(request);
    assertThat(result).isInstanceOf(Refused.class);
    return RefusalReader.read(((Refused) result).message());
  }

  private static TemplatePlace place(String file, int line, int column) {
    return new TemplatePlace("demo/" + file, Optional.of(line), Optional.of(column));
  }

  @Test
  void requiredTellsThePlaceAndTheValueOfItsMessage() {
    Refusal refusal =
        refusal(WEB, "a: 1\nb: {{ required \"image.tag is needed\" .Values.image }}\n");
    assertThat(refusal)
        .isEqualTo(
            new Refusal(
                Kind.FAIL,
                "image.tag is needed",
                "Set 'image.tag' in a values file, or by '--helm-set image.tag=VALUE'.",
                Optional.of(place(WEB, 2, 7)),
                List.of(),
                Optional.of("image.tag"),
                List.of(),
                "execution error at (demo/templates/web.yaml:2:6): image.tag is needed"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Please set .Values.image.tag|image.tag",
        "use --set image.tag=1.2|image.tag",
        "'image.tag' must be set|image.tag",
        "image.tag: missing|image.tag",
        "a tag is needed. See the docs|",
        "see https://example.com/image.html|"
      })
  void theValueIsTakenFromWhatTheChartSays(String message, String value) {
    Refusal refusal = refusal(WEB, "a: {{ fail \"" + message + "\" }}");
    assertThat(refusal.value()).isEqualTo(Optional.ofNullable(value));
    assertThat(refusal.cause()).isEqualTo(message);
  }

  @Test
  void longMessagesOfAChartBecomeOneLine() {
    Refusal refusal = refusal(WEB, "a: {{ fail \"\\nVALUES VALIDATION:\\n\\tx: y\\n\" }}");
    assertThat(refusal.cause()).isEqualTo("VALUES VALIDATION: x: y");
    assertThat(refusal.detail()).endsWith("VALUES VALIDATION:\n\tx: y");
  }

  @Test
  void messagesAreBoundedAndWithoutControlCharacters() {
    Refusal refusal =
        refusal(
            WEB, "a: {{ fail (print \"\\u001b[31mred\\u0007\\u202e\" (repeat 100000 \"x\")) }}");
    assertThat(refusal.cause()).startsWith("redxxx").hasSizeLessThan(600);
    assertThat(refusal.detail()).hasSizeLessThan(5000);
  }

  @Test
  void aMissingValueIsNamed() {
    Refusal refusal = refusal(WEB, "a: 1\nb: {{ .Values.image.repo.tag }}\n");
    assertThat(refusal.kind()).isEqualTo(Kind.MISSING_VALUE);
    assertThat(refusal.cause())
        .isEqualTo("'.Values.image' is not set, and '.Values.image.repo.tag' is read");
    assertThat(refusal.value()).contains("image.repo.tag");
    assertThat(refusal.place()).contains(place(WEB, 2, 14));
  }

  @Test
  void aValueThatIsNoMapIsNamed() {
    Refusal refusal = refusal(WEB, "b: {{ .Values.image.tag }}", "values.yaml", "image: nginx");
    assertThat(refusal.kind()).isEqualTo(Kind.MISSING_VALUE);
    assertThat(refusal.cause())
        .isEqualTo("'.Values.image' is no map, and '.Values.image.tag' is read");
  }

  @Test
  void aMissingValueOfAVariableHasNoName() {
    Refusal refusal = refusal(WEB, "{{ $v := .Values.a }}b: {{ $v.b.c }}", "values.yaml", "a: {}");
    assertThat(refusal.cause()).isEqualTo("'$v.b' is not set, and '$v.b.c' is read");
    assertThat(refusal.value()).isEmpty();
  }

  @Test
  void theInnermostTemplateIsThePlace() {
    Refusal refusal =
        refusal(
            WEB,
            "b: {{ include \"demo.a\" . }}",
            HELPERS,
            "{{- define \"demo.a\" }}\n{{ include \"demo.b\" . }}{{ end }}\n"
                + "{{- define \"demo.b\" }}\n  {{ .Values.global.image.tag }}{{ end }}");
    assertThat(refusal.place()).contains(place(HELPERS, 4, 13));
    assertThat(refusal.includedFrom()).containsExactly(place(HELPERS, 2, 4), place(WEB, 1, 7));
    assertThat(refusal.value()).contains("global.image.tag");
  }

  @Test
  void aValueOfADependencyIsNamedAsTheOutermostChartHasIt() {
    Refusal refusal =
        refusal(
            "charts/redis/Chart.yaml",
            "apiVersion: v2\nname: redis\nversion: 1.0.0\n",
            "charts/redis/templates/a.yaml",
            "a: {{ .Values.auth.password }}");
    assertThat(refusal.value()).contains("redis.auth.password");
    assertThat(refusal.place()).contains(place("charts/redis/templates/a.yaml", 1, 14));
  }

  @Test
  void aValueThatIsATemplateIsReadThrough() {
    Refusal refusal =
        refusal(WEB, "a: 1\nb: {{ tpl .Values.t . }}", "values.yaml", "t: '{{ .Values.a.b.c }}'");
    assertThat(refusal.kind()).isEqualTo(Kind.MISSING_VALUE);
    assertThat(refusal.value()).contains("a.b.c");
    assertThat(refusal.place()).contains(place(WEB, 2, 7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{{ if .Values.x }}|unexpected EOF",
        "{{ nofunc 1 }}|function \"nofunc\" not defined",
        "{{ $x }}|undefined variable \"$x\"",
        "{{ .Values.a-b }}|bad character U+002D '-'",
        "{{ end }}|unexpected {{end}}"
      })
  void aTemplateThatIsNotValid(String template, String cause) {
    Refusal refusal = refusal(WEB, template);
    assertThat(refusal.kind()).isEqualTo(Kind.PARSE);
    assertThat(refusal.cause()).isEqualTo("the template is not valid: " + cause);
    assertThat(refusal.place())
        .contains(new TemplatePlace("demo/" + WEB, Optional.of(1), Optional.empty()));
  }

  @Test
  void aTextForTplThatIsNotValid() {
    Refusal refusal = refusal(WEB, "a: {{ tpl \"{{ .x\" . }}");
    assertThat(refusal.kind()).isEqualTo(Kind.PARSE);
    assertThat(refusal.cause())
        .isEqualTo("the text given to 'tpl' is no valid template: unclosed action");
    assertThat(refusal.place()).contains(place(WEB, 1, 7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"include", "template"})
  void aTemplateThatIsMissing(String action) {
    Refusal refusal = refusal(WEB, "a: {{ " + action + " \"common.name\" . }}");
    assertThat(refusal.kind()).isEqualTo(Kind.NO_TEMPLATE);
    assertThat(refusal.cause()).isEqualTo("there is no template 'common.name'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"include", "template"})
  void templatesThatIncludeEachOther(String action) {
    String call = "{{ " + action + " \"demo.x\" . }}";
    Refusal refusal = refusal(WEB, "{{ define \"demo.x\" }}" + call + "{{ end }}" + call);
    assertThat(refusal.kind()).isEqualTo(Kind.RECURSION);
    assertThat(refusal.cause()).isEqualTo("template 'demo.x' includes itself without an end");
    assertThat(refusal.includedFrom()).hasSizeLessThan(20);
  }

  @Test
  void aChartForAnotherKubernetes() {
    Refusal refusal =
        refusal("Chart.yaml", TestCharts.METADATA + "kubeVersion: '>=1.40.0-0'\n", WEB, "a: 1");
    assertThat(refusal.kind()).isEqualTo(Kind.KUBE_VERSION);
    assertThat(refusal.cause())
        .isEqualTo("the chart is for Kubernetes '>=1.40.0-0', and not for 1.34");
    assertThat(refusal.hint())
        .isEqualTo("Name a version that the chart is for by '--kubernetes-version'.");
  }

  @Test
  void aDependencyThatIsMissing() {
    Refusal refusal =
        refusal(
            "Chart.yaml",
            TestCharts.METADATA
                + "dependencies: [{name: redis, version: 1.x}, {name: b, version: 1.x}]");
    assertThat(refusal.kind()).isEqualTo(Kind.DEPENDENCY);
    assertThat(refusal.cause())
        .isEqualTo("not in 'charts', though 'Chart.yaml' depends on it: redis, b");
    assertThat(refusal.hint()).startsWith("Run 'helm dependency build' in the chart's folder");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a: [|the rendered text is not valid YAML: line 1: did not find expected node content",
        "- a|the rendered text is a list, not a map",
        "text|the rendered text is a string, not a map",
        "metadata: [1]|the rendered text is of a wrong shape: 'metadata' is a list"
      })
  void aTextThatIsNoObject(String template, String cause) {
    Refusal refusal = refusal(WEB, template);
    assertThat(refusal.kind()).isEqualTo(Kind.YAML);
    assertThat(refusal.cause()).isEqualTo(cause);
    assertThat(refusal.place()).contains(TemplatePlace.of("demo/" + WEB));
  }

  @Test
  void aLibrary() {
    Refusal refusal = refusal("Chart.yaml", TestCharts.METADATA + "type: library\n");
    assertThat(refusal.kind()).isEqualTo(Kind.LIBRARY);
    assertThat(refusal.cause()).isEqualTo("a chart of type 'library' renders nothing by itself");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "apiVersion: v2\\nname: demo|'Chart.yaml' is not valid: version is required",
        "apiVersion: v2\\nversion: 1.0.0|'Chart.yaml' is not valid: name is required",
        "name: [|'Chart.yaml' is not valid YAML: line 1: did not find expected node content",
        "maintainers: me|'Chart.yaml' is of a wrong shape: 'maintainers' is a string"
      })
  void aChartThatIsNotDescribed(String metadata, String cause) {
    Refusal refusal = refusal("Chart.yaml", metadata.replace("\\n", "\n"));
    assertThat(refusal.kind()).isEqualTo(Kind.METADATA);
    assertThat(refusal.cause()).isEqualTo(cause);
  }

  @Test
  void aDependencyThatIsNotDescribed() {
    Refusal refusal = refusal("charts/sub/Chart.yaml", "apiVersion: v2\nname: sub\n");
    assertThat(refusal.kind()).isEqualTo(Kind.METADATA);
    assertThat(refusal.cause())
        .isEqualTo("dependency 'sub': 'Chart.yaml' is not valid: version is required");
  }

  @Test
  void valuesThatDoNotFitTheSchema() {
    Refusal refusal =
        refusal(
            "values.schema.json",
            """
            {"required": ["replicas"], "additionalProperties": false, "properties": {
              "image": {"properties": {"tag": {"type": "string"}, "pull": {"enum": ["Always"]}}},
              "a/b": {"oneOf": [{"type": "string"}, {"type": "integer"}]},
              "replicas": {"type": "integer"}}}
            """,
            "values.yaml",
            "image: {tag: 1.5, pull: Never}\na/b: []\nz: 1\nw: 1\n");
    assertThat(refusal.kind()).isEqualTo(Kind.SCHEMA);
    assertThat(refusal.cause())
        .isEqualTo(
            "the values of chart 'demo': additional properties 'w', 'z' not allowed, and 4 more");
    assertThat(refusal.violations())
        .containsExactly(
            new SchemaViolation("demo", "", "additional properties 'w', 'z' not allowed"),
            new SchemaViolation("demo", "", "missing property 'replicas'"),
            new SchemaViolation(
                "demo",
                "/a~1b",
                "'oneOf' failed, none matched: got array, want integer / got array, want string"),
            new SchemaViolation("demo", "/image/pull", "value must be 'Always'"),
            new SchemaViolation("demo", "/image/tag", "got number, want string"));
    assertThat(refusal.violations().get(2).path()).containsExactly("a/b");
  }

  @Test
  void valuesOfADependencyThatDoNotFitItsSchema() {
    Refusal refusal =
        refusal(
            "charts/sub/Chart.yaml",
            "apiVersion: v2\nname: sub\nversion: 1.0.0\n",
            "charts/sub/values.schema.json",
            "{\"properties\": {\"port\": {\"type\": \"integer\"}}}",
            "charts/sub/values.yaml",
            "port: http");
    assertThat(refusal.violations())
        .containsExactly(new SchemaViolation("sub", "/port", "got string, want integer"));
    assertThat(refusal.cause()).isEqualTo("'port' of chart 'sub': got string, want integer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"type\": |'values.schema.json' cannot be used: unexpected EOF",
        "{\"type\": \"thing\"}|'values.schema.json' is no valid schema"
      })
  void aSchemaThatIsNotValid(String schema, String message) {
    Refusal refusal = refusal("values.schema.json", schema);
    assertThat(refusal.kind()).isEqualTo(Kind.SCHEMA);
    assertThat(refusal.violations()).containsExactly(new SchemaViolation("demo", "", message));
  }

  @Test
  void aSchemaThatLeadsOutOfTheChart() {
    Refusal refusal = refusal("values.schema.json", "{\"$ref\": \"https://example.com/a\"}");
    assertThat(refusal.kind()).isEqualTo(Kind.SCHEMA);
    assertThat(refusal.cause())
        .isEqualTo(
            "'values.schema.json' refers to 'https://example.com/a', and nothing is read from"
                + " outside the chart");
  }

  @Test
  void valuesThatAreNotValid() {
    Refusal refusal = refusal("values.yaml", "- a");
    assertThat(refusal.kind()).isEqualTo(Kind.VALUES);
    assertThat(refusal.cause()).isEqualTo("'values.yaml' is a list, not a map");
  }

  @Test
  void aValuesFileThatIsMissing() {
    Path chart = TestCharts.chart(folder, "a: 1");
    Path file = folder.resolve("none.yaml");
    Refusal refusal = refusal(RenderRequest.of(chart, "1.34").withValues(List.of(file), List.of()));
    assertThat(refusal.kind()).isEqualTo(Kind.VALUES);
    assertThat(refusal.cause()).startsWith("'" + file + "' cannot be read: ");
  }

  @Test
  void aDependencyWhoseValuesAreNoMap() {
    Refusal refusal =
        refusal(
            "values.yaml",
            "sub: 3",
            "charts/sub/Chart.yaml",
            "apiVersion: v2\nname: sub\nversion: 1.0.0\n");
    assertThat(refusal.kind()).isEqualTo(Kind.VALUES);
    assertThat(refusal.cause()).isEqualTo("the values of dependency 'sub' are no map");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a[x]=1", "a={b", "a=1,a.b=2"})
  void aSingleValueThatCannotBeRead(String set) {
    Path chart = TestCharts.chart(folder, "a: 1");
    for (SetValue value : List.of(SetValue.typed(set), SetValue.string(set))) {
      RenderRequest request = RenderRequest.of(chart, "1.34").withValues(List.of(), List.of(value));
      Refusal refusal = refusal(request);
      assertThat(refusal.kind()).isEqualTo(Kind.SET);
      assertThat(refusal.cause()).startsWith("a value that is set by itself cannot be read: ");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{{ index .Values.l 3 }}|'index .Values.l 3': index out of range: 3|l",
        "{{ trunc 3 }}|'trunc': wrong number of args for trunc: want 2 got 1|",
        "{{ range .Values.b }}{{ end }}|'.Values.b': range can't iterate over true|b"
      })
  void aFunctionThatDoesNotTakeItsArguments(String template, String cause, String value) {
    Refusal refusal = refusal(WEB, template, "values.yaml", "l: [1]\nb: true\n");
    assertThat(refusal.kind()).isEqualTo(Kind.OTHER);
    assertThat(refusal.cause()).isEqualTo(cause);
    assertThat(refusal.value()).isEqualTo(Optional.ofNullable(value));
  }

  @Test
  void aReleaseThatCannotBeNamedSo() {
    Path chart = TestCharts.chart(folder, "a: 1");
    Refusal refusal = refusal(RenderRequest.of(chart, "1.34").withRelease("Big_Shop", "default"));
    assertThat(refusal.cause()).startsWith("release name \"Big_Shop\": invalid release name");
  }

  @Test
  void aVersionThatIsNone() {
    Refusal refusal = refusal(RenderRequest.of(TestCharts.chart(folder, "a: 1"), "newest"));
    assertThat(refusal.kind()).isEqualTo(Kind.KUBE_VERSION);
    assertThat(refusal.cause()).isEqualTo("'newest' is no version of Kubernetes");
  }

  @Test
  void theCopyOfAChartIsNotSeen() {
    Refusal refusal =
        RefusalReader.read(
            "template: demo/templates/_seaworthy-0123456789abcdef.web.yaml:3:4: executing"
                + " \"demo/templates/_seaworthy.web.yaml\" at <.Values.a.b>: nil pointer evaluating"
                + " interface {}.b");
    assertThat(refusal.place()).contains(place(WEB, 3, 5));
    assertThat(refusal.detail()).doesNotContain("_seaworthy");
    assertThat(RefusalReader.read("open /tmp/seaworthy-helm12/34/values.yaml: denied").cause())
        .isEqualTo("'values.yaml' cannot be read: denied");
    assertThat(RefusalReader.read("failed to parse C:\\Temp\\seaworthy-helm1\\v.yaml: x").cause())
        .isEqualTo("'v.yaml' is x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "something new", "template: ", "parse error at (", "%!s(<nil>)"})
  void whatIsNotKnownKeepsItsWords(String message) {
    Refusal refusal = RefusalReader.read(message);
    assertThat(refusal.kind()).isEqualTo(Kind.OTHER);
    assertThat(refusal.cause())
        .isEqualTo(message.isBlank() ? "Helm gives no reason" : message.strip());
  }

  @ParameterizedTest
  @Timeout(30)
  @ValueSource(
      strings = {
        "y",
        " ",
        "a.b",
        "a.b.",
        "/seaworthy-",
        "\\seaworthy-1\\2",
        "template: a/b:1:1: executing \"",
        "template: a/b:1:1: executing \"x\" at <",
        "template: a/b:1:1: executing \"x\" at <>: error calling include: ",
        "no template \"",
        "error calling tpl: cannot parse template \"",
        "values don't meet the specifications of the schema(s)\n- at '",
        "error unpacking subchart a in b: ",
        "- at '/a': validation failed\n  ",
        "json: cannot unmarshal x into Go struct field a."
      })
  void hostileMessagesAreReadInTime(String piece) {
    assertThat(RefusalReader.read(piece.repeat(100_000)).cause()).hasSizeLessThan(600);
    String schema = SchemaMessage.START + ":\ndemo:\n" + piece.repeat(100_000);
    assertThat(RefusalReader.read(schema).cause()).hasSizeLessThan(600);
  }
}
