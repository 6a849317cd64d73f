package dev.seaworthy.helm.render;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Helm's words, without what is of Go, of Seaworthy's copy of a chart, or of a terminal. */
final class RefusalText {

  /** A recursion gives a hundred times as much: what it begins and ends with is of interest. */
  private static final int KEPT = 8_000;

  private static final int LINE = 500;
  private static final int DETAIL = 4_000;

  private static final Pattern TERMINAL = Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]");
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}&&[^\\n\\t]]");
  private static final String DEBUG_FLAG = "Use --debug flag to render";

  /** How the folders begin that charts and values are copied to. */
  private static final String TEMPORARY = "/seaworthy-";

  private static final String BEFORE_PATHS = " \t\n'\"`(<";
  private static final Pattern NUMBERED = Pattern.compile("\\d+/");
  private static final Pattern PARTIAL =
      Pattern.compile("(?<=[\\\\/])_seaworthy(?:-marked)?(?:-[0-9a-f]{16})?\\.");
  private static final Pattern NOT_YAML =
      Pattern.compile("error converting YAML to JSON: (?:yaml: )?");
  private static final Pattern NOT_A_MAP =
      Pattern.compile(
          "(?:error unmarshaling JSON: )?(?:while decoding JSON: )?json: cannot unmarshal (\\w+)"
              + " into Go (?:value of type [^\\n]*|struct field \\w+\\.([\\w.]+) of type [^\\n]*)");
  private static final Map<String, String> TYPES =
      Map.of(
          "array",
          "a list",
          "string",
          "a string",
          "number",
          "a number",
          "object",
          "a map",
          "bool",
          "a boolean");

  private RefusalText() {}

  static String clean(String message) {
    String text = message;
    if (text.length() > 2 * KEPT) {
      text = text.substring(0, KEPT) + " ... " + text.substring(text.length() - KEPT);
    }
    text = TERMINAL.matcher(text.replace("\r\n", "\n")).replaceAll("");
    text = INVISIBLE.matcher(text).replaceAll("");
    text = withoutTemporaryFolders(withoutDebugFlag(text));
    text = PARTIAL.matcher(text).replaceAll("");
    text = NOT_YAML.matcher(text).replaceAll("not valid YAML: ");
    return NOT_A_MAP.matcher(text).replaceAll(found -> Matcher.quoteReplacement(shape(found)));
  }

  private static String withoutDebugFlag(String text) {
    int flag = text.lastIndexOf(DEBUG_FLAG);
    return flag < 0 ? text : text.substring(0, flag).stripTrailing();
  }

  /** Leaves of {@code /tmp/seaworthy-helm1/2/values.yaml} the name of the file. */
  private static String withoutTemporaryFolders(String text) {
    StringBuilder result = new StringBuilder();
    int done = 0;
    String slashes = text.replace('\\', '/');
    for (int at = slashes.indexOf(TEMPORARY); at >= 0; at = slashes.indexOf(TEMPORARY, done)) {
      int start = at;
      while (start > done && BEFORE_PATHS.indexOf(text.charAt(start - 1)) < 0) {
        start--;
      }
      result.append(text, done, start);
      done = slashes.indexOf('/', at + 1) + 1;
      if (done == 0) {
        done = at + 1;
        result.append(text, start, done);
      }
      while (done < text.length()
          && NUMBERED.matcher(slashes).region(done, text.length()).lookingAt()) {
        done = slashes.indexOf('/', done) + 1;
      }
    }
    return result.append(text.substring(done)).toString();
  }

  private static String shape(MatchResult found) {
    String type = TYPES.getOrDefault(found.group(1), found.group(1));
    return found.group(2) == null
        ? type + ", not a map"
        : "of a wrong shape: '" + found.group(2) + "' is " + type;
  }

  /** In one line. */
  static String line(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LINE ? line : line.substring(0, LINE) + "...";
  }

  /** In full, as far as anybody reads it. */
  static String detail(String text) {
    String detail = text.strip();
    return detail.length() <= DETAIL ? detail : detail.substring(0, DETAIL) + "...";
  }
}
