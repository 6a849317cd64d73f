package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoValue;
import java.math.BigInteger;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Arithmetic: exact on whole numbers, {@link BigFloat} on others. */
final class Arithmetic {

  private static final ArgumentType NUMBER_OR_SET = ArgumentType.of("number", "set");

  private Arithmetic() {}

  static Family family() {
    return new Family()
        .define("plus", Arithmetic::plus, Family.NUMBER, Family.NUMBER)
        .define("minus", Arithmetic::minus, NUMBER_OR_SET, NUMBER_OR_SET)
        .define("mul", Arithmetic::multiply, Family.NUMBER, Family.NUMBER)
        .define("div", Arithmetic::divide, Family.NUMBER, Family.NUMBER)
        .define("rem", Arithmetic::remainder, Family.NUMBER, Family.NUMBER)
        .define("round", call -> whole(call, BigFloat::round), Family.NUMBER)
        .define("ceil", call -> whole(call, BigFloat::ceil), Family.NUMBER)
        .define("floor", call -> whole(call, BigFloat::floor), Family.NUMBER)
        .define("abs", Arithmetic::abs, Family.NUMBER);
  }

  private static RegoNumber plus(Call call) throws BuiltinException {
    return plus(call.number(1), call.number(2));
  }

  static RegoNumber plus(RegoNumber x, RegoNumber y) throws BuiltinException {
    if (x.isLong() && y.isLong()) {
      long sum = x.longValue() + y.longValue();
      if (((x.longValue() ^ sum) & (y.longValue() ^ sum)) >= 0) {
        return RegoNumber.of(sum);
      }
    }
    return compute(x, y, BigInteger::add, BigFloat::add);
  }

  private static RegoValue minus(Call call) throws BuiltinException {
    RegoValue x = call.value(1);
    RegoValue y = call.value(2);
    if (x instanceof RegoSet all && y instanceof RegoSet removed) {
      return Sets.difference(call, all, removed);
    }
    if (!(x instanceof RegoNumber) && !(x instanceof RegoSet)) {
      throw call.wrongType(1, "number", "set");
    }
    if (x instanceof RegoNumber minuend && y instanceof RegoNumber subtrahend) {
      return minus(minuend, subtrahend);
    }
    throw call.wrongType(2, y instanceof RegoNumber ? "set" : "number");
  }

  private static RegoNumber minus(RegoNumber x, RegoNumber y) throws BuiltinException {
    if (x.isLong() && y.isLong()) {
      long difference = x.longValue() - y.longValue();
      if (((x.longValue() ^ y.longValue()) & (x.longValue() ^ difference)) >= 0) {
        return RegoNumber.of(difference);
      }
    }
    return compute(x, y, BigInteger::subtract, BigFloat::subtract);
  }

  private static RegoNumber multiply(Call call) throws BuiltinException {
    RegoNumber x = call.number(1);
    RegoNumber y = call.number(2);
    if (isSmall(x) && isSmall(y)) {
      return RegoNumber.of(x.longValue() * y.longValue());
    }
    return compute(x, y, BigInteger::multiply, BigFloat::multiply);
  }

  private static RegoNumber divide(Call call) throws BuiltinException {
    RegoNumber x = call.number(1);
    RegoNumber y = call.number(2);
    if (y.signum() == 0) {
      throw BuiltinException.of("divide by zero");
    }
    if (x.isInteger() && y.isInteger()) {
      BigInteger[] parts = Numbers.bigInteger(x).divideAndRemainder(Numbers.bigInteger(y));
      if (parts[1].signum() == 0) {
        return RegoNumber.of(parts[0]);
      }
    }
    return BigFloat.of(x).divide(BigFloat.of(y)).number();
  }

  private static RegoNumber remainder(Call call) throws BuiltinException {
    RegoNumber x = call.number(1);
    RegoNumber y = call.number(2);
    if (!x.isInteger() || !y.isInteger()) {
      throw BuiltinException.of("modulo on floating-point number");
    }
    if (y.signum() == 0) {
      throw BuiltinException.of("modulo by zero");
    }
    return RegoNumber.of(Numbers.bigInteger(x).remainder(Numbers.bigInteger(y)));
  }

  private static RegoNumber whole(Call call, Function<BigFloat, BigInteger> rounding)
      throws BuiltinException {
    RegoNumber number = call.number(1);
    return number.isInteger()
        ? RegoNumber.of(Numbers.bigInteger(number))
        : RegoNumber.of(rounding.apply(BigFloat.of(number)));
  }

  private static RegoNumber abs(Call call) throws BuiltinException {
    RegoNumber number = call.number(1);
    return number.isInteger()
        ? RegoNumber.of(Numbers.bigInteger(number).abs())
        : BigFloat.of(number).abs().number();
  }

  private static boolean isSmall(RegoNumber number) {
    return number.isLong() && number.longValue() == (int) number.longValue();
  }

  private static RegoNumber compute(
      RegoNumber x,
      RegoNumber y,
      BinaryOperator<BigInteger> exact,
      BinaryOperator<BigFloat> approximate)
      throws BuiltinException {
    return x.isInteger() && y.isInteger()
        ? RegoNumber.of(exact.apply(Numbers.bigInteger(x), Numbers.bigInteger(y)))
        : approximate.apply(BigFloat.of(x), BigFloat.of(y)).number();
  }
}
