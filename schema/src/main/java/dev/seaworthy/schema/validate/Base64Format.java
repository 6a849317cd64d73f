package dev.seaworthy.schema.validate;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import tools.jackson.databind.JsonNode;

/** Base64 as Go decodes it: with padding, and with line ends anywhere. */
final class Base64Format implements Format {

  static final String NAME = "byte";

  private static final int GROUP = 4;
  private static final int MAX_PADDING = 2;

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean matches(ExecutionContext run, SchemaContext context, JsonNode node) {
    return !node.isString() || isBase64(node.stringValue());
  }

  static boolean isBase64(String text) {
    int length = 0;
    int padding = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r' || c == '\n') {
        continue;
      }
      length++;
      if (c == '=') {
        padding++;
      } else if (padding > 0 || !isDigit(c)) {
        return false;
      }
    }
    return length % GROUP == 0 && padding <= MAX_PADDING;
  }

  private static boolean isDigit(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }
}
