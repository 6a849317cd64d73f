package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Arrays of consecutive numbers. */
final class Ranges {

  private Ranges() {}

  static Family family() {
    return new Family()
        .define(
            "numbers.range",
            call -> range(call, call.bigInteger(1), call.bigInteger(2), BigInteger.ONE),
            Family.NUMBER,
            Family.NUMBER)
        .define(
            "numbers.range_step", Ranges::rangeStep, Family.NUMBER, Family.NUMBER, Family.NUMBER);
  }

  private static RegoArray rangeStep(Call call) throws BuiltinException {
    BigInteger from = call.bigInteger(1);
    BigInteger to = call.bigInteger(2);
    BigInteger step = call.bigInteger(3);
    if (step.signum() <= 0) {
      throw BuiltinException.of("numbers.range_step: step must be a positive integer");
    }
    return range(call, from, to, step);
  }

  private static RegoArray range(Call call, BigInteger from, BigInteger to, BigInteger step)
      throws BuiltinException {
    boolean descending = from.compareTo(to) > 0;
    BigInteger difference = descending ? step.negate() : step;
    long count = call.spendAll(to.subtract(from).divide(difference).add(BigInteger.ONE));
    call.spendMembers(count);
    List<RegoValue> numbers = new ArrayList<>();
    BigInteger number = from;
    for (long i = 0; i < count; i++) {
      numbers.add(RegoNumber.of(number));
      number = number.add(difference);
    }
    return RegoArray.of(numbers);
  }
}
