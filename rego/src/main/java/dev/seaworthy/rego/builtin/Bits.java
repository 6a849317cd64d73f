package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoNumber;
import java.math.BigInteger;
import java.util.function.BinaryOperator;

/** Bitwise operations on whole numbers of any size. */
final class Bits {

  private static final int MAX_SHIFT = 1 << 20;

  private Bits() {}

  static Family family() {
    return new Family()
        .define("bits.or", call -> bitwise(call, BigInteger::or), Family.NUMBER, Family.NUMBER)
        .define("bits.and", call -> bitwise(call, BigInteger::and), Family.NUMBER, Family.NUMBER)
        .define("bits.xor", call -> bitwise(call, BigInteger::xor), Family.NUMBER, Family.NUMBER)
        .define("bits.negate", call -> RegoNumber.of(call.bigInteger(1).not()), Family.NUMBER)
        .define("bits.lsh", Bits::shiftLeft, Family.NUMBER, Family.NUMBER)
        .define("bits.rsh", Bits::shiftRight, Family.NUMBER, Family.NUMBER);
  }

  private static RegoNumber bitwise(Call call, BinaryOperator<BigInteger> operation)
      throws BuiltinException {
    return RegoNumber.of(operation.apply(call.bigInteger(1), call.bigInteger(2)));
  }

  private static RegoNumber shiftLeft(Call call) throws BuiltinException {
    BigInteger number = call.bigInteger(1);
    int shift = shift(call);
    if (shift > MAX_SHIFT) {
      throw BuiltinException.of("shift by more than " + MAX_SHIFT + " bits");
    }
    call.spendLength(shift);
    return RegoNumber.of(number.shiftLeft(shift));
  }

  private static RegoNumber shiftRight(Call call) throws BuiltinException {
    return RegoNumber.of(call.bigInteger(1).shiftRight(shift(call)));
  }

  /** The number of bits, at most the largest {@code int}: more make no difference. */
  private static int shift(Call call) throws BuiltinException {
    BigInteger shift = call.bigInteger(2);
    if (shift.signum() < 0) {
      throw Call.wrongOperand(2, "must be an unsigned integer number but got a negative integer");
    }
    return shift.bitLength() < Integer.SIZE ? shift.intValue() : Integer.MAX_VALUE;
  }
}
