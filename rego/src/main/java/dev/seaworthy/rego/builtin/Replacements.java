package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Strings with parts replaced or trimmed. */
final class Replacements {

  private Replacements() {}

  static Family family() {
    return new Family()
        .define("replace", Replacements::replace, Family.STRING, Family.STRING, Family.STRING)
        .define("strings.replace_n", Replacements::replaceN, Family.OBJECT, Family.STRING)
        .define("trim", call -> trim(call, true, true), Family.STRING, Family.STRING)
        .define("trim_left", call -> trim(call, true, false), Family.STRING, Family.STRING)
        .define("trim_right", call -> trim(call, false, true), Family.STRING, Family.STRING)
        .define("trim_prefix", Replacements::trimPrefix, Family.STRING, Family.STRING)
        .define("trim_suffix", Replacements::trimSuffix, Family.STRING, Family.STRING)
        .define("trim_space", Replacements::trimSpace, Family.STRING);
  }

  private record Replacement(String old, String with) {}

  private static RegoString replace(Call call) throws BuiltinException {
    Replacement replacement = new Replacement(call.string(2), call.string(3));
    return new RegoString(replaced(call, call.string(1), List.of(replacement)));
  }

  private static RegoString replaceN(Call call) throws BuiltinException {
    RegoObject patterns = call.object(1);
    String text = call.string(2);
    List<Replacement> replacements = new ArrayList<>();
    for (RegoValue key : patterns.keys()) {
      if (!(key instanceof RegoString old)) {
        throw Call.wrongOperand(1, "non-string key found in pattern object");
      }
      if (!(patterns.get(key) instanceof RegoString with)) {
        throw Call.wrongOperand(1, "non-string value found in pattern object");
      }
      replacements.add(new Replacement(old.value(), with.value()));
    }
    return new RegoString(replaced(call, text, replacements));
  }

  /**
   * Replaces from left to right, at each place by the first that fits. The empty string fits before
   * each code point and at the end, but only once in a place.
   */
  private static String replaced(Call call, String text, List<Replacement> replacements)
      throws BuiltinException {
    for (Replacement replacement : replacements) {
      call.spendSearch(text, replacement.old);
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    boolean afterEmpty = false;
    while (at <= text.length()) {
      Replacement found = find(text, at, replacements, afterEmpty);
      afterEmpty = found != null && found.old.isEmpty();
      if (found != null) {
        call.spend(1 + found.with.length() / 16);
        call.checkLength((long) out.length() + found.with.length());
        out.append(found.with);
        at += found.old.length();
      } else {
        int next = at < text.length() ? text.offsetByCodePoints(at, 1) : at + 1;
        out.append(text, at, Math.min(next, text.length()));
        at = next;
      }
    }
    return out.toString();
  }

  private static @Nullable Replacement find(
      String text, int at, List<Replacement> replacements, boolean afterEmpty) {
    for (Replacement replacement : replacements) {
      boolean again = afterEmpty && replacement.old.isEmpty();
      if (!again && text.startsWith(replacement.old, at)) {
        return replacement;
      }
    }
    return null;
  }

  private static RegoString trim(Call call, boolean left, boolean right) throws BuiltinException {
    String text = call.string(1);
    String cutset = call.string(2);
    call.spend((long) text.length() * cutset.length() / 16);
    return trimmed(text, c -> cutset.indexOf(c) >= 0, left, right);
  }

  private static RegoString trimSpace(Call call) throws BuiltinException {
    return trimmed(call.string(1), Replacements::isSpace, true, true);
  }

  /** White space as Unicode has it: Java leaves out some, and counts separators of files. */
  private static boolean isSpace(int c) {
    return c >= '\t' && c <= '\r' || c == 0x85 || Character.isSpaceChar(c);
  }

  private static RegoString trimmed(String text, IntPredicate cut, boolean left, boolean right) {
    int start = 0;
    int end = text.length();
    while (left && start < end && cut.test(text.codePointAt(start))) {
      start = text.offsetByCodePoints(start, 1);
    }
    while (right && start < end && cut.test(text.codePointBefore(end))) {
      end = text.offsetByCodePoints(end, -1);
    }
    return new RegoString(text.substring(start, end));
  }

  private static RegoString trimPrefix(Call call) throws BuiltinException {
    String text = call.string(1);
    String prefix = call.string(2);
    return new RegoString(text.startsWith(prefix) ? text.substring(prefix.length()) : text);
  }

  private static RegoString trimSuffix(Call call) throws BuiltinException {
    String text = call.string(1);
    String suffix = call.string(2);
    return new RegoString(
        text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text);
  }
}
