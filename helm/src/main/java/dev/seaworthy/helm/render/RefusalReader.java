package dev.seaworthy.helm.render;

import dev.seaworthy.helm.render.Refusal.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes sense of Helm's messages, which are text: what went wrong, where, and what can be done. The
 * messages are those of Helm 3.21; of one that is not known, the words remain.
 */
public final class RefusalReader {

  private static final Pattern NIL =
      Pattern.compile("nil pointer evaluating [^\\n]*?\\.([A-Za-z_][A-Za-z0-9_]*)");
  private static final Pattern NO_MAP =
      Pattern.compile("can't evaluate field ([A-Za-z_][A-Za-z0-9_]*) in type [^\\n]*");
  private static final Pattern IN_DEPENDENCY =
      Pattern.compile("error unpacking subchart (\\S+) in \\S+: ");
  private static final Pattern CALLING = Pattern.compile("error calling \\w+: ");

  private final String text;
  private final String chart;
  private final ErrorChain chain;

  private RefusalReader(String message) {
    String whose = "";
    int start = 0;
    Matcher dependency = IN_DEPENDENCY.matcher(message);
    while (dependency.region(start, message.length()).lookingAt()) {
      whose = "dependency '" + dependency.group(1) + "': ";
      start = dependency.end();
    }
    this.chart = whose;
    this.text = message.substring(start);
    this.chain = ErrorChain.read(text);
  }

  /** Reads the message of a {@link RenderResult.Refused}. */
  public static Refusal read(String message) {
    return new RefusalReader(RefusalText.clean(message)).read();
  }

  private Refusal read() {
    if (text.startsWith(SchemaMessage.START)) {
      return schema();
    }
    for (RefusalCase known : RefusalCase.ALL) {
      Matcher matcher = known.pattern().matcher(text);
      if (matcher.find()) {
        return known(known, matcher);
      }
    }
    if (text.startsWith("execution error")) {
      return fail();
    }
    Matcher nil = NIL.matcher(chain.error());
    Matcher noMap = NO_MAP.matcher(chain.error());
    if (nil.lookingAt()) {
      return missing(nil.group(1), "is not set");
    }
    if (noMap.lookingAt()) {
      return missing(noMap.group(1), "is no map");
    }
    return other();
  }

  private Refusal schema() {
    List<SchemaViolation> violations = SchemaMessage.read(text);
    if (violations.isEmpty()) {
      return refusal(
          Kind.SCHEMA, text, "Correct the values, or 'values.schema.json'.", Optional.empty());
    }
    SchemaViolation first = violations.get(0);
    String more = violations.size() == 1 ? "" : ", and " + (violations.size() - 1) + " more";
    Optional<String> value =
        first.pointer().isEmpty() ? Optional.empty() : Optional.of(String.join(".", first.path()));
    String where = value.map(path -> "'" + path + "'").orElse("the values");
    return new Refusal(
        Kind.SCHEMA,
        RefusalText.line(where + " of chart '" + first.chart() + "': " + first.message() + more),
        "Give values that fit the chart's 'values.schema.json', or correct the schema.",
        Optional.empty(),
        List.of(),
        value,
        violations,
        RefusalText.detail(SchemaMessage.write(violations)));
  }

  private Refusal known(RefusalCase known, Matcher matcher) {
    String cause = chart + expand(known.cause(), matcher);
    String hint = expand(known.hint(), matcher);
    if (known.kind() == Kind.YAML) {
      TemplatePlace place = TemplatePlace.of(matcher.group(1));
      return new Refusal(
          known.kind(),
          RefusalText.line(cause),
          hint,
          Optional.of(place),
          List.of(),
          Optional.empty(),
          List.of(),
          RefusalText.detail(text));
    }
    return refusal(known.kind(), cause, hint, Optional.empty());
  }

  private static String expand(String template, Matcher matcher) {
    String result = template;
    for (int group = 1; group <= matcher.groupCount(); group++) {
      String found = matcher.group(group);
      result = result.replace("$" + group, found == null ? "" : RefusalText.line(found));
    }
    return result;
  }

  /** {@code required} and {@code fail} cannot be told apart. */
  private Refusal fail() {
    String template = chain.place().map(TemplatePlace::template).orElse("");
    Optional<String> value = ValuePath.meantBy(chain.error(), template);
    String hint =
        value
            .map(RefusalReader::set)
            .orElse(
                "Give the values that the chart asks for, in a values file or by '--helm-set'.");
    return refusal(Kind.FAIL, chain.error(), hint, value);
  }

  private Refusal missing(String field, String what) {
    String expression = chain.expression();
    int end = expression.indexOf("." + field);
    Optional<String> value = ValuePath.readIn(expression, chain.scope());
    if (end < 0) {
      return refusal(Kind.MISSING_VALUE, chain.error(), value(value), value);
    }
    String parent = expression.substring(0, end);
    String cause =
        parent.isEmpty()
            ? "'" + expression + "' is read from something that " + what
            : "'" + parent + "' " + what + ", and '" + expression + "' is read";
    return refusal(Kind.MISSING_VALUE, cause, value(value), value);
  }

  private static String value(Optional<String> value) {
    return value
        .map(RefusalReader::set)
        .orElse("Set the value that is read here, or let the template do without it.");
  }

  private static String set(String value) {
    return "Set '" + value + "' in a values file, or by '--helm-set " + value + "=VALUE'.";
  }

  private Refusal other() {
    String error = CALLING.matcher(chain.error()).replaceFirst("");
    String expression = chain.expression();
    Optional<String> value = ValuePath.readIn(expression, chain.scope());
    String cause = expression.isEmpty() ? error : "'" + expression + "': " + error;
    String hint =
        value
            .map(path -> "Change '" + path + "' such that the template can use it.")
            .orElse(
                chain.place().isPresent()
                    ? "Correct the template, or the values that it reads here."
                    : "Run 'helm template' on the chart, which refuses it too.");
    return refusal(Kind.OTHER, cause, hint, value);
  }

  private Refusal refusal(Kind kind, String cause, String hint, Optional<String> value) {
    String line = RefusalText.line(cause);
    return new Refusal(
        kind,
        line.isEmpty() ? "Helm gives no reason" : line,
        hint,
        chain.place(),
        chain.includedFrom(),
        value,
        List.of(),
        RefusalText.detail(text));
  }
}
