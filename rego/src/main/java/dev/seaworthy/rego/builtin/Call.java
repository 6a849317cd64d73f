package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoText;
import dev.seaworthy.rego.value.RegoValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One call of a built-in: its arguments, checked as OPA checks them and with its words. Positions
 * start at 1, as they do in the messages.
 */
final class Call {

  /** No result is longer, so that none can grow without bounds. */
  static final int MAX_LENGTH = 1 << 26;

  private static final int MAX_ITEMS = 1 << 22;
  private static final int STEPS_PER_MEMBER = 8;
  private static final int CHARACTERS_PER_STEP = 4;

  private final BuiltinContext context;
  private final RegoValue[] arguments;

  Call(BuiltinContext context, RegoValue[] arguments) {
    this.context = context;
    this.arguments = arguments;
  }

  BuiltinContext context() {
    return context;
  }

  RegoValue value(int position) {
    return arguments[position - 1];
  }

  String string(int position) throws BuiltinException {
    if (value(position) instanceof RegoString string) {
      return string.value();
    }
    throw wrongType(position, "string");
  }

  RegoNumber number(int position) throws BuiltinException {
    if (value(position) instanceof RegoNumber number) {
      return number;
    }
    throw wrongType(position, "number");
  }

  /** A number that is written as a whole number of 64 bits. */
  long integer(int position) throws BuiltinException {
    RegoNumber number = number(position);
    if (number.isPlainLong()) {
      return number.longValue();
    }
    throw notAnInteger(position);
  }

  /** A whole number of any size, however written. */
  BigInteger bigInteger(int position) throws BuiltinException {
    if (!(value(position) instanceof RegoNumber number)) {
      throw wrongType(position, "integer");
    }
    if (!number.isInteger()) {
      throw notAnInteger(position);
    }
    return Numbers.bigInteger(number);
  }

  RegoArray array(int position) throws BuiltinException {
    if (value(position) instanceof RegoArray array) {
      return array;
    }
    throw wrongType(position, "array");
  }

  RegoSet set(int position) throws BuiltinException {
    if (value(position) instanceof RegoSet set) {
      return set;
    }
    throw wrongType(position, "set");
  }

  RegoObject object(int position) throws BuiltinException {
    if (value(position) instanceof RegoObject object) {
      return object;
    }
    throw wrongType(position, "object");
  }

  /** The items of an array or a set. */
  List<RegoValue> items(int position, String... expected) throws BuiltinException {
    List<RegoValue> items = itemsOf(value(position));
    if (items == null) {
      throw wrongType(position, expected);
    }
    spend(items.size());
    return items;
  }

  /** The items of an array or a set, all of them strings. */
  List<String> strings(int position, String... expected) throws BuiltinException {
    List<String> strings = new ArrayList<>();
    for (RegoValue item : items(position, expected)) {
      if (!(item instanceof RegoString string)) {
        throw wrongElement(position, value(position), item, "string");
      }
      strings.add(string.value());
    }
    return strings;
  }

  /** The items of an array or a set; null for anything else. */
  static @Nullable List<RegoValue> itemsOf(RegoValue value) {
    if (value instanceof RegoArray array) {
      return array.items();
    }
    return value instanceof RegoSet set ? set.items() : null;
  }

  /** Counts work in values looked at. */
  void spend(long values) {
    context.spend(values);
  }

  /** Counts the members of an object or a set that is made: each takes far more than a look. */
  void spendMembers(long members) {
    context.spend(STEPS_PER_MEMBER * members);
  }

  /**
   * Counts work before it begins, of which there may be any amount.
   *
   * @return the number of values
   * @throws BuiltinException if there are too many
   */
  long spendAll(BigInteger values) throws BuiltinException {
    boolean countable = values.bitLength() < Integer.SIZE;
    context.spend(countable ? values.longValue() : Integer.MAX_VALUE);
    if (!countable || values.intValue() > MAX_ITEMS) {
      throw beyondBounds("the result has more than " + MAX_ITEMS + " values");
    }
    return values.longValue();
  }

  /**
   * Counts the work of writing text.
   *
   * @throws BuiltinException if the text gets too long
   */
  void spendLength(long length) throws BuiltinException {
    checkLength(length);
    context.spend(length / CHARACTERS_PER_STEP);
  }

  /** Counts the work of searching a text, which may match the beginnings of a part often. */
  void spendSearch(String text, String part) {
    context.spend(1 + (long) text.length() * (part.length() + 64L) / 1024);
  }

  /**
   * Refuses to write more.
   *
   * @throws BuiltinException if the text gets too long
   */
  void checkLength(long length) throws BuiltinException {
    if (length > MAX_LENGTH) {
      throw tooLong();
    }
  }

  /** A value as JSON. */
  String json(RegoValue value) throws BuiltinException {
    return bounded(progress -> RegoText.json(value, progress));
  }

  /** A value as OPA prints it: a string as it is, others in Rego's notation. */
  String text(RegoValue value) throws BuiltinException {
    return value instanceof RegoString string
        ? string.value()
        : bounded(progress -> RegoText.of(value, progress));
  }

  private String bounded(Function<IntConsumer, String> writer) throws BuiltinException {
    try {
      return writer.apply(new Progress()::to);
    } catch (TooLongException e) {
      throw tooLong();
    }
  }

  private BuiltinException tooLong() {
    return beyondBounds("the result is longer than " + MAX_LENGTH + " characters");
  }

  /** Ends the evaluation where it has a budget: undefined would be a wrong answer. */
  private BuiltinException beyondBounds(String message) {
    context.spend(Long.MAX_VALUE);
    return BuiltinException.of(message);
  }

  BuiltinException wrongType(int position, String... expected) {
    return wrongType(position, value(position), expected);
  }

  static BuiltinException wrongType(int position, RegoValue got, String... expected) {
    return wrongOperand(position, "must be " + oneOf(expected) + " but got " + got.typeName());
  }

  static BuiltinException wrongElement(
      int position, RegoValue composite, RegoValue got, String expected) {
    String type = composite.typeName();
    return wrongOperand(
        position,
        "must be %s of %ss but got %s containing %s"
            .formatted(type, expected, type, got.typeName()));
  }

  static BuiltinException wrongOperand(int position, String problem) {
    return BuiltinException.type("operand " + position + " " + problem);
  }

  private static BuiltinException notAnInteger(int position) {
    return wrongOperand(position, "must be integer number but got floating-point number");
  }

  private static String oneOf(String[] types) {
    return types.length == 1 ? types[0] : "one of {" + String.join(", ", types) + "}";
  }

  /** Charges for text while it grows. */
  private final class Progress {

    private int charged;

    void to(int length) {
      if (length > MAX_LENGTH) {
        throw new TooLongException();
      }
      context.spend(1 + Math.max(0, length - charged) / CHARACTERS_PER_STEP);
      charged = length;
    }
  }

  private static final class TooLongException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLongException() {
      super(null, null, false, false);
    }
  }
}
