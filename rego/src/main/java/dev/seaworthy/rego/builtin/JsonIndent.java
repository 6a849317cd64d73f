package dev.seaworthy.rego.builtin;

/** Lays JSON out on lines, as Go's {@code json.Indent} does. */
final class JsonIndent {

  private final Call call;
  private final String prefix;
  private final String indent;
  private final StringBuilder out = new StringBuilder();

  JsonIndent(Call call, String prefix, String indent) {
    this.call = call;
    this.prefix = prefix;
    this.indent = indent;
  }

  /** Lays out JSON that has no spaces yet. */
  String indent(String json) throws BuiltinException {
    int depth = 0;
    boolean inString = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (inString) {
        out.append(c);
        if (c == '\\') {
          out.append(json.charAt(++i));
        }
        inString = c != '"';
        continue;
      }
      switch (c) {
        case '{', '[' -> {
          out.append(c);
          boolean empty = json.charAt(i + 1) == (c == '{' ? '}' : ']');
          if (empty) {
            out.append(json.charAt(++i));
          } else {
            newLine(++depth);
          }
        }
        case '}', ']' -> {
          newLine(--depth);
          out.append(c);
        }
        case ',' -> {
          out.append(c);
          newLine(depth);
        }
        case ':' -> out.append(": ");
        default -> {
          out.append(c);
          inString = c == '"';
        }
      }
    }
    return out.toString();
  }

  private void newLine(int depth) throws BuiltinException {
    long length = 1L + prefix.length() + (long) depth * indent.length();
    call.spendLength(length);
    call.checkLength(out.length() + length);
    out.append('\n').append(prefix).append(indent.repeat(depth));
  }
}
