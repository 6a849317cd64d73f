package dev.seaworthy.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueryTest {

  private final Rego rego = Rego.rules("p contains x if some x in input", "q if false");

  @Test
  void aSolutionBindsTheVariablesOfTheQuery() {
    assertThat(rego.input("[1, 2]").bindings("data.test.p[x]; y := x * 10; _ = x"))
        .isEqualTo("[{\"x\":1,\"y\":10},{\"x\":2,\"y\":20}]");
  }

  @Test
  void statementsHaveValues() {
    List<QueryResult> results = rego.results("1 + 1; x := 2; x == 2");
    assertThat(results).hasSize(1);
    assertThat(results.get(0).expressions())
        .containsExactly(RegoNumber.of(2), RegoBoolean.TRUE, RegoBoolean.TRUE);
  }

  @Test
  void aLoneStatementMayBeFalse() {
    assertThat(rego.value("1 > 2")).isEqualTo("false");
    assertThat(rego.results("1 > 2").get(0).holds()).isFalse();
    assertThat(rego.results("1 > 2; true")).isEmpty();
    assertThat(rego.results("data.test.q")).isEmpty();
  }

  @Test
  void theValueOfADocumentIsOneCallAway() throws RegoException {
    PreparedQuery query =
        RegoCompiler.builder()
            .module("a.rego", "package a\nallow if input.user == data.admin")
            .data(RegoObject.of(Map.of(RegoValue.of("admin"), RegoValue.of("alice"))))
            .compile()
            .query("data.a.allow");
    assertThat(query.value(RegoValue.of(Map.of("user", "alice")))).contains(RegoBoolean.TRUE);
    assertThat(query.value(RegoValue.of(Map.of("user", "bob")))).isEqualTo(Optional.empty());
  }

  @Test
  void aQueryThatIsUnsafeIsRefused() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> rego.results("x > 1"))
        .withMessage("1:1: rego_unsafe_var_error: var x is unsafe");
  }

  @Test
  void queriesMayReplaceAndCall() {
    assertThat(rego.value("data.test.p with input as [7]")).isEqualTo("{7}");
    assertThat(rego.value("count(data.test.p) with input as [7]")).isEqualTo("1");
  }
}
