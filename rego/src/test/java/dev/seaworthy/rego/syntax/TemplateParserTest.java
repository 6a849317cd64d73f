package dev.seaworthy.rego.syntax;

import static dev.seaworthy.rego.syntax.SyntaxText.term;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.rego.RegoException;
import org.junit.jupiter.api.Test;

class TemplateParserTest {

  @Test
  void textAndExpressionsAreParts() throws RegoException {
    assertThat(term("$\"\"")).isEqualTo("$()");
    assertThat(term("$\"a {x} b {y.z}\"")).isEqualTo("$(\"a \", x, \" b \", y[\"z\"])");
    assertThat(term("$\"{x}{1 + 2}\"")).isEqualTo("$(x, plus(1, 2))");
  }

  @Test
  void escapesAreThoseOfStringsAndTheBrace() throws RegoException {
    assertThat(term("$\"\\t\\\"\\{x}\\u0041\"")).isEqualTo("$(\"\\t\\\"{x}A\")");
    assertThat(term("$\"\\{{42}\"")).isEqualTo("$(\"{\", 42)");
  }

  @Test
  void rawTemplatesSpanLinesAndEscapeOnlyTheBrace() throws RegoException {
    assertThat(term("$`a\n{x}\\n\\{`")).isEqualTo("$(\"a\\n\", x, \"\\\\n{\")");
  }

  @Test
  void expressionsMayHoldBracesAndTemplates() throws RegoException {
    assertThat(term("$\"{{\"a\": {1}}} {{}}\"")).isEqualTo("$({\"a\": {1}}, \" \", {})");
    assertThat(term("$\"{$`{$\"{a}\"}`} b\"")).isEqualTo("$($($(a)), \" b\")");
    assertThat(term("$\"{[x |\n some x in xs]}\"")).isEqualTo("$([x | some x in xs])");
  }

  @Test
  void anExpressionMayHaveWith() throws RegoException {
    assertThat(term("$\"{a with input as {\"a\": 1}}!\""))
        .isEqualTo("$(a with input as {\"a\": 1}, \"!\")");
  }

  @Test
  void theTemplateIsOneTermFromDollarToQuote() throws RegoException {
    Term term = RegoParser.parseTerm("$\"a {x} b\"");

    assertThat(term.location().column()).isEqualTo(1);
    assertThat(term.location().length()).isEqualTo(10);
  }
}
