package dev.seaworthy.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SprintfTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          sprintf | ["hi %02d %.2f %s", [5, 3.1415, true]] | "hi 05 3.14 true"
          sprintf | ["%v %v %v", [1e6, 100000.0, 2e308]] | "1e+06 100000 2e308"
          sprintf | ["%s", [123456789123456789123]] | "123456789123456789123"
          sprintf | ["%d", ["a"]] | "%!d(string=a)"
          sprintf | ["%s", [5]] | "%!s(int=5)"
          sprintf | ["%d %d", [1]] | "1 %!d(MISSING)"
          sprintf | ["%d", [1, 2, "x"]] | "1%!(EXTRA int=2, string=x)"
          sprintf | ["%", []] | "%!(NOVERB)"
          sprintf | ["%z", [1]] | "%!z(int=1)"
          sprintf | ["%[2]d %[1]d %[3]d", [1, 2]] | "2 1 %!d(BADINDEX)"
          sprintf | ["%*d", [5, 42]] | "   42"
          sprintf | ["%-5d/%+d/% d", [1, 2, 3]] | "1    /+2/ 3"
          sprintf | ["%x %X %o %b %#x %U %c", [255, 255, 8, 5, 255, 233, 233]] | "ff FF 10 101 0xff U+00E9 é"
          sprintf | ["%q %x", ["a\\"b", "hi"]] | "\\"a\\\\\\"b\\" 6869"
          sprintf | ["%e %g %G", [1234.5678, 1e-7, 1e21]] | "1.234568e+03 1e-07 1E+21"
          sprintf | ["%v", [[1, "a", {"#set": []}]]] | "[1, \\"a\\", set()]"
          sprintf | ["%T", [1.5]] | "float64"
          sprintf | ["%5t%%", [true]] | "%!t(string= true)%"
          sprintf | ["%.3v", ["abcdef"]] | "abc"
          sprintf | ["%s", "a"] | error: sprintf: operand 2 must be array but got string
          """)
  void formatsAsGoDoes(String name, String arguments, String result) {
    assertThat(BuiltinTable.call(name, arguments)).isEqualTo(result);
  }
}
