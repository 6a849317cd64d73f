package dev.seaworthy.rego.value;

import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;

/** Values as OPA prints them: in Rego's notation for people, in JSON for machines. */
public final class RegoText {

  private final boolean json;
  private final IntConsumer progress;
  private final StringBuilder out = new StringBuilder();

  private RegoText(boolean json, IntConsumer progress) {
    this.json = json;
    this.progress = progress;
  }

  /** Rego's notation: {@code {"a": [1, set()]}}. */
  static String of(RegoValue value) {
    return of(value, length -> {});
  }

  /**
   * Rego's notation, as {@link RegoValue#toString()} gives it.
   *
   * @param progress told after each value how long the text is; what it throws ends the writing
   */
  public static String of(RegoValue value, IntConsumer progress) {
    RegoText text = new RegoText(false, progress);
    text.write(value);
    return text.out.toString();
  }

  /** JSON without spaces, keys in order, sets as arrays, other keys than strings as text. */
  public static String json(RegoValue value) {
    return json(value, length -> {});
  }

  /**
   * JSON as of {@link #json(RegoValue)}.
   *
   * @param progress told after each value how long the text is; what it throws ends the writing
   */
  public static String json(RegoValue value, IntConsumer progress) {
    RegoText text = new RegoText(true, progress);
    text.write(value);
    return text.out.toString();
  }

  /** A string in Rego's notation. */
  public static String quote(String string) {
    StringBuilder quoted = new StringBuilder(string.length() + 2);
    GoQuote.quote(string, quoted);
    return quoted.toString();
  }

  /** The members of an object as JSON has them: keys of other types than strings as text. */
  public static Map<String, RegoValue> jsonMembers(RegoObject object) {
    Map<String, RegoValue> members = new LinkedHashMap<>();
    for (RegoValue key : jsonKeys(object)) {
      members.put(name(key), Objects.requireNonNull(object.get(key)));
    }
    return members;
  }

  /** The keys in the order of their text. */
  private static List<RegoValue> jsonKeys(RegoObject object) {
    List<RegoValue> keys = object.keys();
    // keys of one type lie together
    boolean strings =
        keys.isEmpty()
            || keys.get(0) instanceof RegoString && keys.get(keys.size() - 1) instanceof RegoString;
    if (strings) {
      return keys;
    }
    return keys.stream().sorted(Comparator.comparing(key -> new RegoString(name(key)))).toList();
  }

  private static String name(RegoValue key) {
    return key instanceof RegoString string ? string.value() : json(key);
  }

  private void write(RegoValue value) {
    if (value instanceof RegoString string) {
      string(string);
    } else if (value instanceof RegoArray array) {
      list("[", array.iterator(), "]");
    } else if (value instanceof RegoSet set) {
      set(set);
    } else if (value instanceof RegoObject object) {
      object(object);
    } else {
      out.append(value);
    }
    progress.accept(out.length());
  }

  private void string(RegoString string) {
    if (json) {
      JsonText.quote(string.value(), out);
    } else {
      GoQuote.quote(string.value(), out);
    }
  }

  private void set(RegoSet set) {
    if (json) {
      list("[", set.iterator(), "]");
    } else if (set.size() == 0) {
      out.append("set()");
    } else {
      list("{", set.iterator(), "}");
    }
  }

  private void list(String open, Iterator<RegoValue> items, String close) {
    out.append(open);
    while (items.hasNext()) {
      write(items.next());
      if (items.hasNext()) {
        out.append(json ? "," : ", ");
      }
    }
    out.append(close);
  }

  private void object(RegoObject object) {
    out.append('{');
    Iterator<RegoValue> keys = (json ? jsonKeys(object) : object.keys()).iterator();
    while (keys.hasNext()) {
      RegoValue key = keys.next();
      if (json) {
        JsonText.quote(name(key), out);
      } else {
        write(key);
      }
      out.append(json ? ":" : ": ");
      write(Objects.requireNonNull(object.get(key)));
      if (keys.hasNext()) {
        out.append(json ? "," : ", ");
      }
    }
    out.append('}');
  }
}
