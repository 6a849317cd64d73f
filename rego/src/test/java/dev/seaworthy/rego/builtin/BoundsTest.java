package dev.seaworthy.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seaworthy.rego.builtin.BuiltinTable.BudgetExceeded;
import dev.seaworthy.rego.builtin.BuiltinTable.TestContext;
import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(20)
class BoundsTest {

  private static final RegoString LONG = new RegoString("ab".repeat(1 << 20));

  static Stream<Arguments> hostileCalls() {
    RegoArray doubled = RegoArray.of(RegoNumber.of(1));
    for (int i = 0; i < 60; i++) {
      doubled = RegoArray.of(doubled, doubled);
    }
    RegoArray copies = RegoArray.of(Collections.nCopies(100, LONG));
    String brackets = "[".repeat(100_000);
    String groups = "(".repeat(100_000);
    String bomb =
        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\n"
            + "c: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\n"
            + "e: &e [*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e]\n"
            + "g: &g [*f,*f,*f,*f,*f,*f,*f,*f]\nh: [*g,*g,*g,*g,*g,*g,*g,*g]\n";
    return Stream.of(
        call("numbers.range", number("0"), number("1000000000000000000")),
        call("bits.lsh", number("1"), number("1000000000")),
        call("plus", number("1e999999999"), number("1e-999999999")),
        call("mul", number("1e99999"), number("0.1e999999")),
        call("round", number("1.5e-999999999")),
        call("sprintf", string("%9000000d".repeat(20)), copies),
        call(
            "sprintf",
            string("%.9000000f".repeat(20)),
            RegoArray.of(Collections.nCopies(20, number("0.5")))),
        call("concat", LONG, copies),
        call("replace", LONG, string("a"), LONG),
        call("regex.replace", LONG, string("a"), LONG),
        call("json.marshal", doubled),
        call("yaml.marshal", doubled),
        call("sprintf", string("%v"), RegoArray.of(doubled)),
        call("walk", doubled),
        call("json.unmarshal", string(brackets)),
        call("yaml.unmarshal", string(brackets)),
        call("yaml.unmarshal", string(bomb)),
        call("regex.match", string(groups), string("")),
        call("regex.match", string("((a{1000}){1000}){1000}"), string("a")),
        call("regex.match", string("(a*)*(b{500}c){100}"), LONG),
        call("glob.match", string("{".repeat(100_000)), RegoArray.EMPTY, string("")),
        call("indexof", string("a".repeat(1 << 22)), string("a".repeat(1 << 21) + "b")),
        call("to_number", string("9".repeat(1 << 24))),
        call("units.parse", string("9".repeat(1 << 24))),
        call("regex.globs_match", string(".*".repeat(1 << 16)), string(".*".repeat(1 << 16))),
        call("net.cidr_expand", string("::/0")),
        call("net.cidr_expand", string("0.0.0.0/0")),
        call("units.parse", string("1e999999999")),
        call("units.parse_bytes", string("1e999999Ei")),
        call("time.add_date", number("0"), number("999999999999"), number("0"), number("0")),
        call("strings.render_template", string("{{" + "(".repeat(1 << 20)), RegoObject.EMPTY),
        call("strings.render_template", string("{{\"" + "\\\"".repeat(1 << 16)), RegoObject.EMPTY),
        call("time.parse_duration_ns", string("9".repeat(1 << 24) + "s")),
        call("strings.render_template", string("{{range .a}}{{$.a}}{{end}}"), members(copies)));
  }

  private static Arguments call(String name, RegoValue... arguments) {
    return Arguments.of(name, arguments);
  }

  private static RegoNumber number(String text) {
    return RegoNumber.parse(text);
  }

  private static RegoString string(String text) {
    return new RegoString(text);
  }

  private static RegoObject members(RegoValue value) {
    return RegoObject.builder().put("a", value).build();
  }

  @ParameterizedTest(name = "{0} [{index}]")
  @MethodSource("hostileCalls")
  void callsThatWouldRunAwayEndWithAnError(String name, RegoValue[] arguments) {
    Builtin builtin = Builtins.find(name).orElseThrow();
    assertThatExceptionOfType(Exception.class)
        .isThrownBy(() -> builtin.function().apply(new TestContext(), arguments))
        .isInstanceOfAny(BuiltinException.class, BudgetExceeded.class);
  }

  @Test
  void theSameArgumentsGiveTheSameRandomNumbersWithinAnEvaluation() throws BuiltinException {
    TestContext context = new TestContext();
    Builtin random = Builtins.find("rand.intn").orElseThrow();
    RegoValue[] arguments = {string("a"), number("1000000")};
    RegoValue first = random.function().apply(context, arguments);
    assertThat(random.function().apply(context, arguments)).isEqualTo(first);
    assertThat(((RegoNumber) first).longValue()).isBetween(0L, 999_999L);
  }
}
