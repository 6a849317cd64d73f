package dev.seaworthy.schema.validate;

import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Names of hosts, addresses of mail and URIs, as the API server reads them in custom resources.
 * What is in doubt passes.
 */
final class InternetNames {

  private static final String CHARACTER = "[a-zA-Z0-9\\p{S}\\p{L}]";
  private static final String LABEL =
      CHARACTER + "(?:[-a-zA-Z0-9\\p{S}\\p{L}]{0,61}" + CHARACTER + ")?";

  /** A name without dots may have a hyphen in its second place alone. */
  private static final Pattern HOST =
      Pattern.compile(
          CHARACTER + "(?:-?" + CHARACTER + "{0,62})?|(?:" + LABEL + "\\.)+[a-zA-Z\\p{L}]{2,63}");

  private static final int MAX_HOST = 255;
  private static final int MAX_LABEL = 63;

  private static final String ATOMS =
      "[^\\s@<>()\\[\\]\\\\,;:\".]+(?:\\.[^\\s@<>()\\[\\]\\\\,;:\".]+)*";
  private static final String ADDRESS = ATOMS + "@(?:" + ATOMS + "|\\[.*\\])";
  private static final Pattern MAIL =
      Pattern.compile("\\s*(?:" + ADDRESS + "|[^@<>]*<" + ADDRESS + ">)\\s*");

  /** These begin quoted parts and comments, which may hold anything. */
  private static final Pattern QUOTED = Pattern.compile(".*[\"(].*@.*");

  private static final String AUTHORITY =
      "(?:[^/?]*@)?(?:\\[[^\\[\\]/?]*\\]|(?:[^\\s#%?/\\\\^`{|}:\\[\\]@]|%[0-9a-fA-F]{2})*)(?::\\d*)?";
  private static final String PATH = "(?:/(?:[^%?]|%[0-9a-fA-F]{2})*)?(?:\\?.*)?";
  private static final Pattern URI =
      Pattern.compile(
          "\\*|/(?:[^%?]|%[0-9a-fA-F]{2})*(?:\\?.*)?|[a-zA-Z][a-zA-Z0-9+.-]*:(?:[^/].*|//"
              + AUTHORITY
              + PATH
              + "|/(?:[^/%?](?:[^%?]|%[0-9a-fA-F]{2})*)?(?:\\?.*)?)?");

  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f]");

  private InternetNames() {}

  static boolean isHost(String text) {
    return HOST.matches(text)
        && bytes(text) <= MAX_HOST
        && Arrays.stream(text.split("\\.")).allMatch(label -> bytes(label) <= MAX_LABEL);
  }

  static boolean isMail(String text) {
    return MAIL.matches(text) || QUOTED.matches(text);
  }

  /** Whether a text is what a request may name: an absolute URI, an absolute path or {@code *}. */
  static boolean isUri(String text) {
    return URI.matches(text) && !CONTROL.matcher(text).find();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
