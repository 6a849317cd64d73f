package dev.seaworthy.helm.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.source.SourceText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueReadsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          text only                                                    =>
          {{ .Values.a.b }} {{ $.Values.c }}                           => a c
          {{ if and .Values.a (not .Values.b) }}{{ else if .Values.c }}{{ end }} => a b c
          {{ with .Values.a }}{{ .b }}{{ $.Values.c }}{{ end }}        => a c
          {{ with .Values }}{{ .a.b }}{{ end }}                        => a
          {{ range .Values.a }}{{ .b }}{{ $.Values.c }}{{ end }}       => a c
          {{ $root := . }}{{ $root.Values.a }}                         => a
          {{ $x := .Values.a }}{{ $x.b }}                              => a
          {{ index .Values "a" "b" }}                                  => a b
          {{ index .Values "a" .Release.Name }}                        => a
          {{ get .Values "a" }}{{ hasKey .Values "b" }}                => a b
          {{ pluck "a" .Values | first }}{{ dig "b" 1 .Values }}       => a b
          {{ pick .Values "a" "b" | toYaml }}                          => a b
          {{ (.Values).a }}{{ ($.Values.b).c }}                        => a b
          {{ toYaml .Values.a | indent 2 }}                            => a
          {{ tpl .Values.a . }}                                        => a
          {{ include "n" . }}                                          => n
          {{ include "n" (dict "context" $ "v" .Values.a) }}           => a n
          {{ template "n" .Values.a }}                                 => a n
          {{ with .Values.a }}{{ toYaml . }}{{ end }}                  => a
          {{ if .Values }}{{ .Values.a }}{{ end }}                     => a
          """)
  void findsWhatIsRead(String template, String keys) {
    Set<String> expected =
        new TreeSet<>(Arrays.asList(keys == null ? new String[0] : keys.split(" ")));
    // named templates count in any case
    expected.add("n");

    assertThat(reads(template, "{{ define \"n\" }}{{ .Values.n }}{{ end }}"))
        .hasValueSatisfying(read -> assertThat(read).containsExactlyInAnyOrderElementsOf(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ toYaml .Values }}",
        "{{ .Values | toJson | sha256sum }}",
        "{{ .Values }}",
        "{{ toYaml . }}",
        "{{ toJson $ }}",
        "{{ printf \"%v\" $.Values }}",
        "{{ range $k, $v := .Values }}{{ end }}",
        "{{ with .Values }}{{ range . }}{{ end }}{{ end }}",
        "{{ index .Values .Release.Name }}",
        "{{ index .Values .Release.Name \"x\" }}",
        "{{ get $.Values (printf \"%s\" .Release.Name) }}",
        "{{ hasKey .Values $.x }}",
        "{{ omit .Values \"a\" | toYaml }}",
        "{{ keys .Values }}",
        "{{ include \"all\" . }}",
        "{{ include \"indirect\" . }}",
        "{{ include (print \"a\" \"ll\") . }}",
        "{{ $x := . }}{{ include \"all\" $x }}",
        "{{ broken",
      })
  void anythingMayBeRead(String template) {
    String helpers =
        "{{ define \"all\" }}{{ toYaml . }}{{ end }}"
            + "{{ define \"indirect\" }}{{ include \"all\" . }}{{ end }}";

    assertThat(reads(template, helpers)).isEmpty();
  }

  @Test
  void aNamedTemplateThatGetsAValueReadsThatOnly() {
    assertThat(
            reads("{{ include \"all\" .Values.a }}", "{{ define \"all\" }}{{ toYaml . }}{{ end }}"))
        .contains(Set.of("a"));
  }

  @Test
  void whereAllValuesAreHandedOnTheNamesOfAllFieldsCount() {
    assertThat(reads("{{ $v := .Values }}{{ $v.a.b }}{{ .Release.c }}", "").orElseThrow())
        .contains("a", "b", "c")
        .doesNotContain("d");
    assertThat(
            reads(
                    "{{ include \"x\" (dict \"values\" .Values) }}",
                    "{{ define \"x\" }}{{ .values.a }}{{ index .values \"b\" }}{{ end }}")
                .orElseThrow())
        .contains("a", "b");
  }

  @Test
  void textsThatMayBeTemplatesReadToo() {
    ParsedTemplates templates =
        ParsedTemplates.of(List.of(new SourceText("a.yaml", "{{ tpl .Values.a . }}")));

    assertThat(
            ValueReads.topLevelKeys(
                templates,
                List.of("a.yaml"),
                List.of("a: '{{ .Values.b }}-{{ $.Values.c.d }}'\n", "no template")))
        .contains(Set.of("a", "b", "c"));
    assertThat(
            ValueReads.topLevelKeys(
                templates, List.of("a.yaml"), List.of("a: '{{ toYaml .Values }}'\n")))
        .isEmpty();
    assertThat(
            ValueReads.topLevelKeys(templates, List.of("a.yaml"), List.of("a: '{{ .Values.b'\n")))
        .isEmpty();
  }

  @Test
  void templatesOfOtherChartsDoNotCountButTheirNamedOnesDo() {
    ParsedTemplates templates =
        ParsedTemplates.of(
            List.of(
                new SourceText("own.yaml", "{{ .Values.a }}"),
                new SourceText(
                    "sub.yaml", "{{ .Values.b }}{{ define \"x\" }}{{ .Values.c }}{{ end }}")));

    assertThat(ValueReads.topLevelKeys(templates, List.of("own.yaml"), List.of()))
        .contains(Set.of("a", "c"));
  }

  @Test
  void readsWhatDependenciesHaveToDoWithValues() {
    DependencyKeys keys =
        DependencyKeys.read(
            new SourceText(
                "Chart.yaml",
                """
                name: shop
                dependencies:
                  - name: redis
                    alias: cache
                    condition: cache.enabled, global.cache
                  - name: db
                    condition: features.db
                    tags: [storage]
                    import-values:
                      - child: auth
                        parent: database.auth
                  - name: common
                    import-values: [defaults]
                """));

    assertThat(keys.keys())
        .containsExactlyInAnyOrder(
            "cache", "common", "database", "db", "exports", "features", "global", "redis", "tags");
    assertThat(keys.imported()).containsExactly(List.of("database", "auth"), List.of());
    assertThat(DependencyKeys.read(new SourceText("Chart.yaml", "[broken")).imported()).isEmpty();
  }

  @Test
  void readsWhatASchemaKnows() {
    assertThat(
            SchemaKeys.declared(
                new SourceText(
                    "values.schema.json",
                    """
                    {"properties": {"a": {"properties": {"b": {}}}},
                     "allOf": [{"properties": {"c": {}}}], "required": ["d"]}
                    """)))
        .contains(Set.of("a", "b", "c"));
    assertThat(SchemaKeys.declared(new SourceText("s", "{\"patternProperties\": {\"x\": {}}}")))
        .isEmpty();
    assertThat(SchemaKeys.declared(new SourceText("s", "{"))).isEmpty();
  }

  @Test
  void tellsKeysThatNothingReads() {
    ValuesFile file =
        ValuesFile.read(
            new SourceText(
                "values.yaml",
                "replicaCount: 1\nimagee: {a: 1}\nx-common: &c {z: 1}\n<<: *c\nother: 2\n"));

    assertThat(UnreadKey.of(file, Set.of("replicaCount", "image")))
        .extracting(key -> key.location() + " " + key.name() + " " + key.nearest().orElse(""))
        .containsExactly("values.yaml:2:1 imagee image", "values.yaml:5:1 other ");
  }

  private static Optional<Set<String>> reads(String template, String helpers) {
    ParsedTemplates templates =
        ParsedTemplates.of(
            List.of(
                new SourceText("templates/a.yaml", template),
                new SourceText("templates/_h.tpl", helpers)));
    return ValueReads.topLevelKeys(
        templates, List.of("templates/a.yaml", "templates/_h.tpl"), List.of());
  }
}
