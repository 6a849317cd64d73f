package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoBytes;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Query strings of URLs. */
final class Urls {

  private static final String UNRESERVED = "-_.~";

  private Urls() {}

  static Family family() {
    return new Family()
        .define("urlquery.encode", call -> new RegoString(escape(call.string(1))), Family.STRING)
        .define("urlquery.decode", Urls::decode, Family.STRING)
        .define("urlquery.encode_object", Urls::encodeObject, Family.OBJECT)
        .define("urlquery.decode_object", Urls::decodeObject, Family.STRING);
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : RegoBytes.encode(text)) {
      char c = (char) (b & 0xFF);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
        escaped.append(c);
      } else {
        escaped.append(c == ' ' ? "+" : String.format("%%%02X", (int) c));
      }
    }
    return escaped.toString();
  }

  private static RegoString decode(Call call) throws BuiltinException {
    return new RegoString(unescape(call.string(1), true));
  }

  /** Resolves escapes, and the plus that stands for a space in queries. */
  static String unescape(String text, boolean query) throws BuiltinException {
    byte[] source = RegoBytes.encode(text);
    ByteArrayOutputStream out = new ByteArrayOutputStream(source.length);
    for (int i = 0; i < source.length; i++) {
      if (source[i] == '%') {
        if (i + 2 >= source.length || digit(source[i + 1]) < 0 || digit(source[i + 2]) < 0) {
          int end = Math.min(i + 3, source.length);
          String escape = new String(source, i, end - i, StandardCharsets.UTF_8);
          throw BuiltinException.of("invalid URL escape " + new RegoString(escape));
        }
        out.write(digit(source[i + 1]) << 4 | digit(source[i + 2]));
        i += 2;
      } else {
        out.write(query && source[i] == '+' ? ' ' : source[i]);
      }
    }
    return RegoBytes.decode(out.toByteArray());
  }

  private static int digit(byte b) {
    return Character.digit(b, 16);
  }

  private static RegoString encodeObject(Call call) throws BuiltinException {
    RegoObject object = call.object(1);
    List<String> pairs = new ArrayList<>();
    for (RegoValue key : object.keys()) {
      String name = escape(key instanceof RegoString string ? string.value() : call.json(key));
      RegoValue value = Objects.requireNonNull(object.get(key));
      List<RegoValue> values = value instanceof RegoString ? List.of(value) : Call.itemsOf(value);
      if (values == null) {
        throw notStrings();
      }
      for (RegoValue item : values) {
        if (!(item instanceof RegoString string)) {
          throw notStrings();
        }
        call.spendLength(string.value().length());
        pairs.add(name + "=" + escape(string.value()));
      }
    }
    return new RegoString(String.join("&", pairs));
  }

  private static BuiltinException notStrings() {
    return Call.wrongOperand(1, "values must be string, array[string], or set[string]");
  }

  private static RegoObject decodeObject(Call call) throws BuiltinException {
    String query = call.string(1);
    call.spendLength(query.length());
    Map<String, List<RegoValue>> values = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      if (pair.contains(";")) {
        throw BuiltinException.of("invalid semicolon separator in query");
      }
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = unescape(equals < 0 ? pair : pair.substring(0, equals), true);
        String value = unescape(equals < 0 ? "" : pair.substring(equals + 1), true);
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(new RegoString(value));
      }
    }
    RegoObject.Builder object = RegoObject.builder();
    values.forEach((name, items) -> object.put(name, RegoArray.of(items)));
    return object.build();
  }
}
