package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One value of many. */
final class Aggregates {

  private static final ArgumentType COUNTABLE = ArgumentType.of("string", "array", "object", "set");

  private Aggregates() {}

  static Family family() {
    return new Family()
        .define("count", Aggregates::count, COUNTABLE)
        .define("sum", Aggregates::sum, Family.COLLECTION)
        .define("product", Aggregates::product, Family.COLLECTION)
        .define("max", Aggregates::max, Family.COLLECTION)
        .define("min", Aggregates::min, Family.COLLECTION)
        .define("sort", Aggregates::sort, Family.COLLECTION)
        .define("all", Aggregates::all, Family.COLLECTION)
        .define("any", Aggregates::any, Family.COLLECTION);
  }

  private static RegoNumber count(Call call) throws BuiltinException {
    RegoValue value = call.value(1);
    if (value instanceof RegoString string) {
      return RegoNumber.of(string.value().codePointCount(0, string.value().length()));
    }
    if (value instanceof RegoObject object) {
      return RegoNumber.of(object.size());
    }
    List<RegoValue> items = Call.itemsOf(value);
    if (items == null) {
      throw call.wrongType(1, "array", "object", "set", "string");
    }
    return RegoNumber.of(items.size());
  }

  private static RegoNumber sum(Call call) throws BuiltinException {
    RegoNumber sum = RegoNumber.of(0);
    for (RegoNumber number : numbers(call)) {
      sum = Arithmetic.plus(sum, number);
    }
    return sum;
  }

  private static RegoNumber product(Call call) throws BuiltinException {
    List<RegoNumber> numbers = numbers(call);
    if (numbers.stream().allMatch(RegoNumber::isInteger)) {
      BigInteger product = BigInteger.ONE;
      for (RegoNumber number : numbers) {
        product = product.multiply(Numbers.bigInteger(number));
        call.spendLength(product.bitLength());
      }
      return RegoNumber.of(product);
    }
    BigFloat product = BigFloat.of(RegoNumber.of(1)).withPrecision(BigFloat.DOUBLE);
    for (RegoNumber number : numbers) {
      product = product.multiply(BigFloat.of(number));
    }
    return product.number();
  }

  private static List<RegoNumber> numbers(Call call) throws BuiltinException {
    List<RegoValue> items = call.items(1, "set", "array");
    for (RegoValue item : items) {
      if (!(item instanceof RegoNumber)) {
        throw Call.wrongElement(1, call.value(1), item, "number");
      }
    }
    return items.stream().map(RegoNumber.class::cast).toList();
  }

  private static @Nullable RegoValue max(Call call) throws BuiltinException {
    List<RegoValue> items = call.items(1, "set", "array");
    return items.isEmpty() ? null : Collections.max(items);
  }

  private static @Nullable RegoValue min(Call call) throws BuiltinException {
    List<RegoValue> items = call.items(1, "set", "array");
    return items.isEmpty() ? null : Collections.min(items);
  }

  private static RegoArray sort(Call call) throws BuiltinException {
    return RegoArray.of(call.items(1, "set", "array").stream().sorted().toList());
  }

  private static RegoBoolean all(Call call) throws BuiltinException {
    List<RegoValue> items = call.items(1, "array", "set");
    return RegoBoolean.of(items.stream().allMatch(item -> item == RegoBoolean.TRUE));
  }

  private static RegoBoolean any(Call call) throws BuiltinException {
    return RegoBoolean.of(call.items(1, "array", "set").contains(RegoBoolean.TRUE));
  }
}
