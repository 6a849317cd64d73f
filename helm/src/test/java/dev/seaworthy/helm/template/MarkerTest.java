package dev.seaworthy.helm.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerTest {

  private static String marked(String text) {
    return Marked.files("a", text).text("a");
  }

  @Test
  void textIsMarkedWhereEachLineStopsBeingBlank() {
    assertThat(marked("a: 1\n\n  b: 2\r\n \r\n\t🚀\n  "))
        .isEqualTo("⟨1⟩a: 1\n\n  ⟨2⟩b: 2\r\n \r\n\t⟨3⟩🚀\n  ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "{{ .x }} => {{ '⟦1' }}{{ .x }}{{ '1⟧' }}",
        "{{- .x -}} => {{- '⟦1' }}{{ .x }}{{ '1⟧' -}}",
        "{{-\t.x }} => {{- '⟦1' }}{{\t.x }}{{ '1⟧' }}",
        "{{-5}} => {{ '⟦1' }}{{-5}}{{ '1⟧' }}",
        "{{ .x }}{{ .y }} => {{ '⟦1' }}{{ .x }}{{ '1⟧' }}{{ '⟦2' }}{{ .y }}{{ '2⟧' }}",
        "{{ $x := .y }}{{ $x = 1 }} => {{ $x := .y }}{{ $x = 1 }}",
        "{{- /* c */ -}} => {{- /* c */ -}}",
      })
  void outputIsFramedAndTrimsAsBefore(String template, String expected) {
    assertThat(marked(template)).isEqualTo(expected.replace('\'', '"'));
  }

  @Test
  void blocksAndTheirBranchesAreFramed() {
    assertThat(marked("{{- if .a -}} x {{- else if .b }} y {{ else -}} z {{ end -}}"))
        .isEqualTo(
            "{{- \"⟦1\" }}{{ if .a }}{{ \"⟦2|\" -}} ⟨3⟩x {{- else if .b }}{{ \"⟦4|\" }} ⟨5⟩y "
                + "{{ else }}{{ \"⟦6|\" -}} ⟨7⟩z {{ end }}{{ \"1⟧\" -}}");
    assertThat(marked("{{ range .l }}{{ . }}{{ end }}"))
        .isEqualTo(
            "{{ \"⟦1\" }}{{ range .l }}{{ \"⟦2|\" }}{{ \"⟦3\" }}{{ . }}{{ \"3⟧\" }}"
                + "{{ end }}{{ \"1⟧\" }}");
  }

  @Test
  void leavingALoopClosesWhatIsOpenInIt() {
    assertThat(marked("{{ range . }}{{ with . }}{{ if . }}{{- break }}{{ end }}{{ end }}{{ end }}"))
        .contains("{{ \"⟦6|\" }}{{- \"5⟧3⟧\" }}{{ break }}{{ end }}");
    assertThat(marked("{{ if . }}{{ range . }}{{ continue }}{{ end }}{{ end }}"))
        .contains("{{ \"⟦4|\" }}{{ continue }}{{ end }}");
    assertThat(marked("{{ range . }}{{ range . }}{{ else }}{{ continue }}{{ end }}{{ end }}"))
        .contains("{{ \"⟦5|\" }}{{ \"3⟧\" }}{{ continue }}{{ end }}");
  }

  @Test
  void breakInTheElseOfALoopLeavesThatLoop() {
    assertThat(
            marked(
                "{{ range . }}{{ range . }}{{ else }}{{ if . }}{{ break }}{{ end }}{{ end }}"
                    + "{{ end }}"))
        .contains("{{ \"⟦7|\" }}{{ \"6⟧\" }}{{ break }}{{ end }}");
  }

  @Test
  void namedTemplatesBecomeTwins() {
    assertThat(marked("{{- define \"n\" -}} x {{- end -}}"))
        .isEqualTo("{{- define \"★n\" }}{{ \"⟦1\" -}} ⟨2⟩x {{- \"1⟧\" }}{{ end -}}");
    assertThat(marked("{{ define `n` }}{{ end }}")).isEqualTo("{{ define `★n` }}{{ end }}");
  }

  @Test
  void emptyNamedTemplatesStayEmptySoThatTheyReplaceNoOther() {
    assertThat(marked("{{ define \"n\" }}\n \u00a0 {{/* nothing */}}\n{{ end }}"))
        .isEqualTo("{{ define \"★n\" }}\n \u00a0 {{/* nothing */}}\n{{ end }}");
  }

  @Test
  void blocksWithANameAreTwinsThatAreCalled() {
    assertThat(marked("{{ block \"n\" . }}x{{ end }}"))
        .isEqualTo(
            "{{ \"⟦1\" }}{{ block \"★n\" . }}{{ \"⟦2\" }}⟨3⟩x{{ \"2⟧\" }}{{ end }}{{ \"1⟧\" }}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "include 'n' .",
        "template 'n' .",
        "template 'n'",
        "include `n` .",
        "include 'n' . | indent 4",
        "include 'n' . | quote | nindent 4",
        "indent 4 (include 'n' .)",
        "include 'n' (dict 'x' 1) | toString | squote",
        "(include 'n' .)",
        "((include 'n' .) | lower) | upper",
        ". | include 'n' | nindent 2",
        "print 'a' (include 'n' .)",
        "printf '%s-%v %q' .x (include 'n' .) 1",
        "include 'n' . | printf 'x-%s'",
        ".x | default (include 'n' .)",
        "default (include 'n' . | quote) .x",
        "ternary (include 'n' .) 'x' .y",
        ".y | ternary 'x' (include 'n' .)",
      })
  void callsAreLedToTheTwinIfMarksComeThrough(String action) {
    assertThat(calls(action)).isEqualTo(action.replaceFirst("(['`])n(['`])", "$1★n$2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "include 'n' . | trunc 63",
        "include 'n' . | trunc 63 | quote",
        "include 'n' . | sha256sum",
        "include 'n' . | b64enc",
        "include 'n' . | default 'x'",
        "default 'x' (include 'n' .)",
        "ternary 1 2 (eq (include 'n' .) 'x')",
        "include 'n' . | fromYaml | toYaml | nindent 2",
        "toYaml (include 'n' .)",
        "tpl (include 'n' .) .",
        "required 'x' (include 'n' .)",
        "include 'n' . | required 'x'",
        "include 'n' . | trimSuffix '-'",
        "include 'n' . | replace 'ab' 'c'",
        "printf '%10s' (include 'n' .)",
        "printf .format (include 'n' .)",
        "include 'other' (dict 'x' (include 'n' .))",
        "include (printf 'n') .",
        "include $name .",
        "include 'unknown' .",
        "template 'unknown' (include 'n' .)",
        "(include 'n' . | fromYaml).x",
        "$x := include 'n' .",
        "$x = include 'n' .",
        "indent (include 'n' . | int) 'x'",
      })
  void otherCallsAreLeftAsTheyAre(String action) {
    assertThat(calls(action)).isEqualTo(action);
  }

  /** An action among those of a file, marked, with single quotes for double quotes. */
  private static String calls(String action) {
    String source = "{{ " + action.replace('\'', '"') + " }}";
    Marked files = Marked.files("a", source, "h", "{{ define \"n\" }}x{{ end }}");
    return files
        .text("a")
        .replaceAll("\\{\\{ \"[⟦0-9]+\" }}|\\{\\{ \"[0-9]+⟧\" }}", "")
        .replaceAll("^\\{\\{ | }}$", "")
        .replace('"', '\'');
  }

  @Test
  void conditionsAndLoopsKeepWhatWasWritten() {
    String text = "{{ if include \"n\" . }}{{ end }}{{ with include \"n\" . }}{{ end }}";
    assertThat(Marked.files("a", text, "h", "{{ define \"n\" }}x{{ end }}").text("a"))
        .doesNotContain("★");
  }

  @Test
  void twinsCallTwins() {
    String text =
        "{{ define \"m\" }}{{ include \"n\" . }}{{ end }}{{ define \"n\" }}{{ template \"m\" }}{{ end }}";
    assertThat(marked(text)).contains("{{ include \"★n\" . }}", "{{ template \"★m\" }}");
  }

  @Test
  void trimmingReachesBehindMarks() {
    Marked files =
        Marked.files(
            "a", "{{ include \"n\" . | trim | indent 2 }}", "n", "{{ define \"n\" }}{{ end }}");

    assertThat(files.text("a")).contains("{{ include \"★n\" . | include \"★★trim\" | indent 2 }}");
    assertThat(calls(".x | trim")).isEqualTo(".x | trim");
  }

  @Test
  void whatCannotBeReadIsNotMarked() {
    Marker marker = Marker.of(Marked.sources("a", "{{ if }}", "b", "x"));

    assertThat(marker.marked("a")).isEmpty();
    assertThat(marker.marked("b")).isPresent();
    assertThat(marker.marked("c")).isEmpty();
  }

  @Test
  void nothingIsMarkedIfTheCharactersAreTaken() {
    Marker marker = Marker.of(Marked.sources("a", "x", "b", "name: \uA4B0"));

    assertThat(marker.marked("a")).isEmpty();
    assertThat(Marker.hasMarks("name: \uA4B0")).isTrue();
    assertThat(Marker.hasMarks("name: \uA48F 🚀")).isFalse();
    assertThat(marker.read("a \uA4B0\uA490\uA496\uA494").isSound()).isFalse();
  }

  @Test
  void takingTheMarksOutGivesTheTemplate() {
    String text = "a: {{ .x }}\n  b: {{ include \"n\" . }} c\n{{ define \"n\" }}d{{ end }}";
    assertThat(marked(text).replaceAll("\\{\\{ \"[0-9⟦⟧]+\" }}|⟨\\d+⟩|★", "")).isEqualTo(text);
  }

  @Test
  void longFormatsAreLookedThrough() {
    String format = "%s a ".repeat(200_000);
    String text = "{{ define \"n\" }}{{ end }}{{ printf `" + format + "` (include \"n\" .) }}";
    assertThat(marked(text)).contains("(include \"★n\" .)");
  }

  @ParameterizedTest
  @ValueSource(strings = {" | quote", " (x)", " | trim", " | required \"m\""})
  void longPipelinesAreFollowed(String part) {
    String text = "{{ define \"n\" }}{{ end }}{{ include \"n\" ." + part.repeat(20_000) + " }}";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(Marker.lenient(Marked.sources("a", text)).marked("a")).isPresent());
  }
}
