package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoText;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.ScalarType;
import dev.seaworthy.yaml.YamlDocument;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlScalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Writes YAML in blocks, lists not indented below their keys, as Kubernetes's library does. */
final class YamlWriter {

  private static final String INDICATORS = ",[]{}#&*!|>'\"%@`";

  private static final Pattern TIME =
      Pattern.compile(
          "[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?"
              + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
              + "(?:(?:[Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:\\.[0-9]*)?"
              + "[ \\t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?)?)?");

  private final Call call;
  private final StringBuilder out = new StringBuilder();

  YamlWriter(Call call) {
    this.call = call;
  }

  String write(RegoValue value) throws BuiltinException {
    block(value, 0);
    return out.toString();
  }

  /** Writes a value at the start of a line, or after the dash of a list. */
  private void block(RegoValue value, int indent) throws BuiltinException {
    if (value instanceof RegoObject object && object.size() > 0) {
      mapping(object, indent);
    } else if (value instanceof RegoArray array && array.size() > 0) {
      for (int i = 0; i < array.size(); i++) {
        indent(i == 0 ? 0 : indent);
        out.append("- ");
        block(array.get(i), indent + 2);
      }
    } else {
      scalar(value, indent);
      out.append('\n');
    }
  }

  private void mapping(RegoObject object, int indent) throws BuiltinException {
    List<RegoValue> keys = new ArrayList<>(object.keys());
    keys.sort(Comparator.comparing(key -> ((RegoString) key).value(), YamlWriter::compareKeys));
    for (int i = 0; i < keys.size(); i++) {
      indent(i == 0 ? 0 : indent);
      RegoValue key = keys.get(i);
      RegoValue value = Objects.requireNonNull(object.get(key));
      out.append(key(((RegoString) key).value())).append(':');
      if (value instanceof RegoObject inner && inner.size() > 0) {
        out.append('\n').append(" ".repeat(indent + 2));
        block(value, indent + 2);
      } else if (value instanceof RegoArray inner && inner.size() > 0) {
        out.append('\n').append(" ".repeat(indent));
        block(value, indent);
      } else {
        out.append(' ');
        scalar(value, indent + 2);
        out.append('\n');
      }
    }
  }

  /** As people sort: {@code a9} before {@code a10}, letters after all else. */
  private static int compareKeys(String a, String b) {
    int at = 0;
    while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    if (at == a.length() || at == b.length()) {
      return Integer.compare(a.length(), b.length());
    }
    char mine = a.charAt(at);
    char other = b.charAt(at);
    boolean letter = Character.isLetter(mine);
    if (letter || Character.isLetter(other)) {
      boolean afterDigit = at > 0 && Character.isDigit(a.charAt(at - 1));
      return letter && Character.isLetter(other)
          ? Character.compare(mine, other)
          : letter == afterDigit ? -1 : 1;
    }
    String digits = digits(a, at);
    String others = digits(b, at);
    int numbers = number(digits).compareTo(number(others));
    int lengths = numbers != 0 ? numbers : Integer.compare(digits.length(), others.length());
    return lengths != 0 ? lengths : Character.compare(mine, other);
  }

  /** The digits that a key has around a place. */
  private static String digits(String key, int at) {
    int start = at;
    while (start > 0 && isDigit(key.charAt(start - 1))) {
      start--;
    }
    int end = at;
    while (end < key.length() && isDigit(key.charAt(end))) {
      end++;
    }
    return key.substring(start, end);
  }

  private static BigInteger number(String digits) {
    return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void indent(int indent) throws BuiltinException {
    call.spendLength(16L + indent);
    call.checkLength(out.length());
    out.append(" ".repeat(indent));
  }

  private void scalar(RegoValue value, int indent) {
    if (value instanceof RegoString string) {
      string(string.value(), indent);
    } else if (value instanceof RegoNumber number && !number.isInteger()) {
      out.append(new GoVerb().print(number.doubleValue(), 'v'));
    } else if (value instanceof RegoNumber number && !number.isPlainLong()) {
      out.append(RegoNumber.of(number.bigDecimal()));
    } else {
      out.append(value instanceof RegoObject ? "{}" : value instanceof RegoArray ? "[]" : value);
    }
  }

  private static String key(String text) {
    return text.indexOf('\n') >= 0 ? doubleQuoted(text) : flow(text);
  }

  private void string(String text, int indent) {
    boolean literal = text.indexOf('\n') >= 0 && !text.contains(" \n") && isPrintable(text);
    if (!literal) {
      out.append(text.indexOf('\n') >= 0 ? doubleQuoted(text) : flow(text));
      return;
    }
    String end = !text.endsWith("\n") ? "-" : text.endsWith("\n\n") || text.equals("\n") ? "+" : "";
    out.append('|').append(text.startsWith("\n") || text.startsWith(" ") ? "2" : "").append(end);
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    for (String line : body.split("\n", -1)) {
      out.append('\n').append(line.isEmpty() ? "" : " ".repeat(indent)).append(line);
    }
  }

  private static String flow(String text) {
    if (!isPrintable(text) || !isString(text)) {
      return doubleQuoted(text);
    }
    return isPlain(text) ? text : "'" + text.replace("'", "''") + "'";
  }

  private static String doubleQuoted(String text) {
    return RegoText.json(new RegoString(text));
  }

  private static boolean isPrintable(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c != 0x7F && c != 0xFEFF || c == '\n');
  }

  /** Whether a reader takes the text for a string where it has no quotes. */
  private static boolean isString(String text) {
    if (text.isEmpty() || text.equals("<<") || text.equals("=") || isTime(text)) {
      return false;
    }
    boolean maybeOther = text.length() <= 5 || "0123456789+-.~".indexOf(text.charAt(0)) >= 0;
    if (!maybeOther || !isPlain(text)) {
      return true;
    }
    List<YamlDocument> documents = YamlReader.read(new SourceText("", text)).documents();
    return documents.size() == 1
        && documents.get(0).root() instanceof YamlScalar scalar
        && scalar.type() == ScalarType.STRING;
  }

  /** Dates, and numbers to the base of sixty, which older readers know. */
  private static boolean isTime(String text) {
    return TIME.matcher(text).matches();
  }

  private static boolean isPlain(String text) {
    char first = text.charAt(0);
    char last = text.charAt(text.length() - 1);
    boolean dashes = text.startsWith("---") || text.startsWith("...");
    if (INDICATORS.indexOf(first) >= 0 || first == ' ' || last == ' ' || last == ':' || dashes) {
      return false;
    }
    boolean indicator = "-?:".indexOf(first) >= 0;
    boolean alone = text.length() == 1 || text.charAt(1) == ' ';
    return !(indicator && alone) && !text.contains(": ") && !text.contains(" #");
  }
}
