package dev.seaworthy.helm.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LenientTemplateTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "{{ required 'm' .x }} => {{ first (without (list .x '') nil) }}",
        "{{ required 'm' .x | quote }} => {{ first (without (list .x '') nil) | quote }}",
        "{{- required (printf 'a %s' 'b') (f .x) -}}"
            + " => {{- first (without (list (f .x) '') nil) -}}",
        "{{ .x | required 'm' }} => {{ first (without (list (.x) '') nil) }}",
        "{{ $v := .x | f | required 'm' | g }}"
            + " => {{ $v := first (without (list (.x | f) '') nil) | g }}",
        "{{ required 'a' (.x | required 'b') }}"
            + " => {{ first (without (list (first (without (list (.x) '') nil)) '') nil) }}",
        "{{ .x | required 'a' | required 'b' }} => {{ first (without"
            + " (list (first (without (list (.x) '') nil)) '') nil) }}",
        "{{ required 'a' .x | required 'b' }} => {{ first (without"
            + " (list (first (without (list .x '') nil)) '') nil) }}",
        "{{ fail 'm' }} => {{ trunc 0 'm' }}",
        "{{ printf 'm %s' .x | fail }} => {{ printf 'm %s' .x | trunc 0 }}",
        "{{ if required 'm' .x }}{{ else if (fail 'm') }}{{ end }}"
            + " => {{ if first (without (list .x '') nil) }}{{ else if (trunc 0 'm') }}{{ end }}",
        "{{ include 'a' (dict 'k' (required 'm' .x)) }}"
            + " => {{ include 'a' (dict 'k' (first (without (list .x '') nil))) }}",
        "{{ template 'a' (required 'm' .x) }}"
            + " => {{ template 'a' (first (without (list .x '') nil)) }}",
        "{{ define 'a' }}{{ fail 'm' }}{{ end }} => {{ define 'a' }}{{ trunc 0 'm' }}{{ end }}",
      })
  void valuesThatAreMissingAreEmpty(String template, String expected) {
    assertThat(LenientTemplate.of(template.replace('\'', '"')))
        .isEqualTo(expected.replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: required \"m\" {{ .x }}",
        "{{ .required }} {{ .fail }} {{ \"fail\" }} {{ $fail }}",
        "{{/* fail \"m\" */}}",
        "{{ required \"m\" }}",
        "{{ required }}",
        "{{ if fail \"m\"",
      })
  void allElseStaysAsItIs(String template) {
    assertThat(LenientTemplate.of(template)).isEqualTo(template);
  }

  @Test
  void markedOutputOfLenientTemplatesLeadsToWhatWasWritten() {
    String text = "a: {{ required `m\nm` .x }}\nb: {{ .y }}";
    Marked files = Marked.lenient(text);

    assertThat(files.text("a"))
        .isEqualTo(
            "⟨1⟩a: {{ \"⟦2\" }}{{ first (without (list .x \"\") nil) }}{{ \"2⟧\" }}\n"
                + "⟨3⟩b: {{ \"⟦4\" }}{{ .y }}{{ \"4⟧\" }}");
    MarkedOutput output = files.read(files.rendered("a", Map.of(".y", "1")));
    assertThat(Marked.trail(output, "b")).isEqualTo("TEXT a:3:1 < FILE a:1:1");
    assertThat(Marked.trail(output, "1")).isEqualTo("ACTION a:3:4 < FILE a:1:1");
  }

  @Test
  void lenientTemplatesAreStillLedToTwins() {
    String text = "{{ define \"n\" }}{{ fail \"m\" }}{{ end }}{{- include \"n\" .x | nindent 2 -}}";
    assertThat(Marked.lenient(text).text("a"))
        .contains(
            "{{ trunc 0 \"m\" }}", "{{- \"⟦3\" }}{{ include \"★n\" .x | nindent 2 }}{{ \"3⟧\" -}}");
  }
}
