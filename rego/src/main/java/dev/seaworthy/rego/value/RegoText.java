package dev.seaworthy.rego.value;

import java.util.Iterator;
import java.util.Objects;

/** Values as OPA prints them: in Rego's notation for people, in JSON for machines. */
public final class RegoText {

  private final boolean json;
  private final StringBuilder out = new StringBuilder();

  private RegoText(boolean json) {
    this.json = json;
  }

  /** Rego's notation: {@code {"a": [1, set()]}}. */
  static String of(RegoValue value) {
    RegoText text = new RegoText(false);
    text.write(value);
    return text.out.toString();
  }

  /** JSON without spaces, keys in order, sets as arrays, other keys than strings as text. */
  public static String json(RegoValue value) {
    RegoText text = new RegoText(true);
    text.write(value);
    return text.out.toString();
  }

  private void write(RegoValue value) {
    if (value instanceof RegoString string) {
      JsonText.quote(string.value(), out);
    } else if (value instanceof RegoArray array) {
      list("[", array.iterator(), "]");
    } else if (value instanceof RegoSet set) {
      set(set);
    } else if (value instanceof RegoObject object) {
      object(object);
    } else {
      out.append(value);
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
    Iterator<RegoValue> keys = object.keys().iterator();
    while (keys.hasNext()) {
      RegoValue key = keys.next();
      if (json && !(key instanceof RegoString)) {
        JsonText.quote(json(key), out);
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
