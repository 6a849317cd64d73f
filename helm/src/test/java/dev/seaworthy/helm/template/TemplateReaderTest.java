package dev.seaworthy.helm.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      value = {
        "a {{ .x }} b => 'a ' <.x> ' b'",
        "{{.}}{{ . }} => <.> <.>",
        "{{- .x -}} => -<.x>-",
        "{{-5}}{{ -5 -}} => <-5> <-5>-",
        "{{/* a }} b */}}{{- /* c */ -}} => comment {{/* a }} b */}} comment {{- /* c */ -}}",
        "{{ .a.b.c $x.y $ $.z }} => <.a.b.c $x.y $ $.z>",
        "{{ f .a | g \"x\" | h }} => <f .a|g \"x\"|h>",
        "{{ (f .a).b.c | g (h) }} => <(<f .a>).b.c|g (<h>)>",
        "{{ f | g | }} => <f|g>",
        "{{ now.Year }} => <(<now>).Year>",
        "{{ f 1 -2 +3 1.5 .5 1e3 0x1F 0b1 0o7 1_000 2i 1+2i 'a' '\\'' true nil }}"
            + " => <f 1 -2 +3 1.5 .5 1e3 0x1F 0b1 0o7 1_000 2i 1+2i 'a' '\\'' true nil>",
        "{{ \"a\\\"}}\\n\" }} => ~<\"a\"}}\n\">~",
        "{{ `a\\\"}}` }} => <\"a\\\"}}\">",
        "{{ \"\\u00e9\\x41\\101\\U0001F680\\t\" }} => ~<\"éAA🚀\t\">~",
        "{{ $x := 1 }}{{ $x = .y | f }} => <$x:=1> <$x=.y|f>",
        "{{$x:=1}} => <$x:=1>",
        "{{ ($x := 1) }} => <(<$x:=1>)>",
        "{{ if .a }}1{{ end }} => if <.a>{'1'}",
        "{{ if $x := .a }}{{ end }} => if <$x:=.a>{}",
        "{{ if .a }}1{{ else if .b }}2{{ else if .c }}{{ else }}3{{ end }}"
            + " => if <.a>{'1'} else <.b>{'2'} else <.c>{} else <>{'3'}",
        "{{- if .a }}1{{ else -}} 2 {{- end -}} => if -<.a>{'1'} else <>-{' 2 '}--",
        "{{ with .a }}1{{ else with .b }}2{{ else }}3{{ end }}"
            + " => with <.a>{'1'} else <.b>{'2'} else <>{'3'}",
        "{{ range .a }}{{ break }}{{ continue }}{{ else }}2{{ end }}"
            + " => range <.a>{break <> continue <>} else <>{'2'}",
        "{{ range $k, $v := .a }}{{ end }} => range <$k,$v:=.a>{}",
        "{{ range $k,$v = .a }}{{ end }} => range <$k,$v=.a>{}",
        "{{ range $e := .a }}{{ end }} => range <$e:=.a>{}",
        "{{ range 3 }}{{ end }} => range <3>{}",
        "{{ define \"a\" }}1{{ end }} => define <\"a\">{'1'}",
        "{{ block `a` .x | f }}1{{ end }} => block <\"a\" .x|f>{'1'}",
        "{{ template \"a\" }}{{ template \"a\" (f .) }} => template <\"a\"> template <\"a\" (<f .>)>",
        "{{ if .a }}{{ range .b }}{{ with .c }}x{{ end }}{{ end }}{{ end }}"
            + " => if <.a>{range <.b>{with <.c>{'x'}}}",
        "a }} b { c => 'a }} b { c'",
      })
  void readsEachConstruct(String template, String outline) throws TemplateSyntaxException {
    assertThat(Outline.of(template)).isEqualTo(outline);
  }

  @Test
  void whiteSpaceInActionsMayBreakLines() throws TemplateSyntaxException {
    assertThat(Outline.of("{{-\n f\r\n\t.a\n| g\n-}}")).isEqualTo("-<f .a|g>-");
  }

  @Test
  void rawStringsLoseCarriageReturns() throws TemplateSyntaxException {
    assertThat(Outline.of("{{ `a\r\nb` }}")).isEqualTo("<\"a\nb\">");
  }

  @Test
  void thePartsCoverTheTemplate() throws TemplateSyntaxException {
    String text = "a🚀{{ .x }}\r\n{{/* c */}}{{- if .y -}} b {{ end }}{{ `z` }}";
    int at = 0;
    for (TemplateNode node : TemplateReader.read(text)) {
      assertThat(node.start()).isEqualTo(at);
      at = node.end();
    }
    assertThat(at).isEqualTo(text.length());
  }

  @Test
  void expressionsTellWhereTheyStand() throws TemplateSyntaxException {
    String text = "🚀{{- f (g .a).b \"x\" | h -}}";
    var action = (TemplateNode.Action) TemplateReader.read(text).get(1);

    assertThat(action.pipeline().commands())
        .extracting(command -> text.substring(command.start(), command.end()))
        .containsExactly("f (g .a).b \"x\"", "h");
    assertThat(action.pipeline().commands().get(0).operands())
        .extracting(operand -> text.substring(operand.start(), operand.end()))
        .containsExactly("f", "(g .a).b", "\"x\"");
    assertThat(text.substring(action.start(), action.end())).isEqualTo(text.substring(2));
    assertThat(text.substring(action.pipeline().start(), action.pipeline().end()))
        .isEqualTo("f (g .a).b \"x\" | h");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "a{{ .x => 1: unclosed action",
        "{{ .x } => 6: unrecognized character RIGHT CURLY BRACKET",
        "{{}} => 2: missing value for command",
        "{{ f || g }} => 6: unexpected '|' in command",
        "{{ | f }} => 3: unexpected '|' in command",
        "{{ if }}{{ end }} => 6: missing value for if",
        "{{ (.x }} => 7: unexpected '}}' in parenthesized pipeline",
        "{{ .x) }} => 5: unexpected ')' in command",
        "{{ () }} => 4: missing value for parenthesized pipeline",
        "{{ f(1) }} => 4: unexpected '(' in operand",
        "{{ \"a\"\"b\" }} => 6: unexpected 'b' in operand",
        "{{ \"a }} => 3: unterminated quoted string",
        "{{ `a }} => 3: unterminated raw quoted string",
        "{{ 'a }} => 3: unterminated quoted string",
        "{{ \"\\q\" }} => 4: invalid escape in a string",
        "{{ \"\\uD800\" }} => 10: invalid escape in a string",
        "{{ \"\\777\" }} => 4: invalid escape in a string",
        "{{ \"\\x1\" }} => 4: invalid escape in a string",
        "{{ 1x }} => 3: malformed number",
        "{{ - }} => 3: malformed number",
        "{{ $x : 1 }} => 6: expected ':='",
        "{{ $x=1 }} => 5: bad character EQUALS SIGN",
        "{{ a! }} => 4: bad character EXCLAMATION MARK",
        "{{ #a }} => 3: unrecognized character NUMBER SIGN",
        "{{ $a, $b := 1 }} => 3: too many declarations in command",
        "{{ range $a, .b }}{{ end }} => 13: range can only initialize variables",
        "{{ \"a\".b }} => 6: unexpected . after term",
        "{{ nil.b }} => 6: unexpected . after term",
        "{{ else }} => 3: unexpected 'else' in template",
        "{{ end }} => 3: unexpected 'end' in template",
        "a{{ if .x }}b => 1: 'if' without end",
        "{{ if .x }}{{ else }}{{ else }}{{ end }} => 24: unexpected 'else' in if",
        "{{ range .x }}{{ else if .y }}{{ end }} => 22: unexpected 'if' in else",
        "{{ if .x }}{{ else with .y }}{{ end }} => 19: unexpected 'with' in else",
        "{{ end if }} => 3: unexpected 'end' in template",
        "{{ if .x }}{{ end .y }} => 18: unexpected 'y' in end",
        "{{ if .x }}{{ define \"a\" }}{{ end }}{{ end }} => 11: unexpected 'define' inside of a block",
        "{{ define a }}{{ end }} => 10: unexpected 'a' in define",
        "{{ define \"a\" . }}{{ end }} => 10: unexpected value in define",
        "{{ define \"a\" }}{{ else }}{{ end }} => 19: unexpected 'else' in define",
        "{{ block \"a\" }}{{ end }} => 9: missing value for block",
        "{{ template }} => 12: unexpected '}}' in template",
        "{{ break }} => 3: break outside of range",
        "{{ range . }}{{ else }}{{ break }}{{ end }} => 26: break outside of range",
        "{{ range . }}{{ block \"a\" . }}{{ continue }}{{ end }}{{ end }}"
            + " => 33: continue outside of range",
        "{{ range . }}{{ break 1 }}{{ end }} => 22: unexpected '1' in command",
        "{{ f if }} => 5: unexpected 'if' in command",
        "{{/* a => 0: unclosed comment",
        "{{/* a */ }} => 0: comment ends before closing delimiter",
        "{{ /* a */ }} => 3: unrecognized character SOLIDUS",
      })
  void refusesWhatIsNoTemplate(String template, String problem) {
    assertThatExceptionOfType(TemplateSyntaxException.class)
        .isThrownBy(() -> TemplateReader.read(template))
        .satisfies(e -> assertThat(e.offset() + ": " + e.getMessage()).isEqualTo(problem));
  }

  @Test
  void stringsInQuotesEndWithTheirLine() {
    assertThatExceptionOfType(TemplateSyntaxException.class)
        .isThrownBy(() -> TemplateReader.read("{{ \"a\nb\" }}"))
        .withMessage("unterminated quoted string");
    assertThatExceptionOfType(TemplateSyntaxException.class)
        .isThrownBy(() -> TemplateReader.read("{{ \"a\\\nb\" }}"))
        .withMessage("unterminated quoted string");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{ if . }}", "{{ with . }}", "{{ ( ", "{{ (", "{{ range . }}{{ (f ("})
  void nestingHasABound(String opening) {
    assertThatExceptionOfType(TemplateSyntaxException.class)
        .isThrownBy(() -> TemplateReader.read(nested(opening)))
        .withMessage("nested too deeply");
  }

  private static String nested(String opening) {
    String inAction = opening.endsWith("}}") ? opening : opening.substring(opening.indexOf('('));
    return opening + inAction.repeat(100_000) + (opening.endsWith("}}") ? "" : " }}");
  }

  @Test
  void whatPeopleNestIsRead() throws TemplateSyntaxException {
    String text = "{{ if . }}".repeat(50) + "{{ " + "(".repeat(50) + "f" + ")".repeat(50) + " }}";
    assertThat(TemplateReader.read(text + "{{ end }}".repeat(50))).hasSize(1);
  }

  @Test
  void longChainsAreNoNesting() throws TemplateSyntaxException {
    String text = "{{ if . }}" + "{{ else if . }}".repeat(20_000) + "{{ end }}";
    var block = (TemplateNode.Block) TemplateReader.read(text).get(0);
    assertThat(block.branches()).hasSize(20_001);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{{ f }}", "{", "{{/**/}}", "{{ \"a\" }}\n", "{{ 1", "\"", "{{ `", "{{- ", " | f"})
  void largeTemplatesTakeLinearTime(String part) {
    String text = part.repeat(2_000_000 / part.length());
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> readOrRefuse(text));
  }

  private static List<TemplateNode> readOrRefuse(String text) {
    try {
      return TemplateReader.read(text);
    } catch (TemplateSyntaxException e) {
      assertThat(e.offset()).isBetween(0, text.length());
      return List.of();
    }
  }
}
