package dev.seaworthy.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArithmeticTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          plus | [0.1, 0.2] | 0.3
          plus | [9223372036854775807, 1] | 9223372036854775808
          plus | [1000000.5, 1] | 1.0000015e+06
          plus | ["1", 2] | error: plus: operand 1 must be number but got string
          minus | [{"#set": [1, 2]}, {"#set": [2]}] | {1}
          minus | [1, {"#set": []}] | error: minus: operand 2 must be number but got set
          minus | [{"#set": []}, 1] | error: minus: operand 2 must be set but got number
          minus | [null, 1] | error: minus: operand 1 must be one of {number, set} but got null
          minus | [-9223372036854775808, 1] | -9223372036854775809
          mul | [4294967296, 4294967296] | 18446744073709551616
          mul | [1.5, 2] | 3
          div | [1, 3] | 0.33333333333333333334
          div | [6, 3] | 2
          div | [1e109, 1e100] | 1000000000
          div | [1, 0.0] | error: div: divide by zero
          rem | [-7, 3] | -1
          rem | [7, 0] | error: rem: modulo by zero
          rem | [1.1, 1] | error: rem: modulo on floating-point number
          round | [2.5] | 3
          round | [-2.5] | -3
          ceil | [1.01] | 2
          ceil | [-1.99] | -1
          floor | [-1.001] | -2
          abs | [-0.5] | 0.5
          bits.and | [7, 9] | 1
          bits.or | [8, 1] | 9
          bits.xor | [42, 42] | 0
          bits.negate | [42] | -43
          bits.lsh | [1, 70] | 1180591620717411303424
          bits.lsh | [7, -1] | error: bits.lsh: operand 2 must be an unsigned integer number but got a negative integer
          bits.lsh | [1, 1000000000] | error: bits.lsh: shift by more than 1048576 bits
          bits.rsh | [8, 1000000000000] | 0
          bits.rsh | [7.2, 1] | error: bits.rsh: operand 1 must be integer number but got floating-point number
          numbers.range | [-1, 2] | [-1, 0, 1, 2]
          numbers.range | [2, 0] | [2, 1, 0]
          numbers.range_step | [0, -5, 2] | [0, -2, -4]
          numbers.range_step | [10, 3, 2] | [10, 8, 6, 4]
          numbers.range_step | [0, 1, 0] | error: numbers.range_step: numbers.range_step: step must be a positive integer
          """)
  void computesAsExactlyAsOpaDoes(String name, String arguments, String result) {
    assertThat(BuiltinTable.call(name, arguments)).isEqualTo(result);
  }
}
