package dev.seaworthy.helm.render;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An error of a template, which Go wraps once for each template on the way: {@code template:
 * a.yaml:1:2: executing "a.yaml" at <include "b" .>: error calling include: template: ...}.
 */
final class ErrorChain {

  /** As deep as anybody reads, with the outermost one; a recursion has a thousand. */
  private static final int MOST_PLACES = 20;

  private static final Pattern LINK =
      Pattern.compile(
          "template: ([^\\n:]++):(\\d++)(?::(\\d++))?: executing \"(?:[^\"\\\\]|\\\\.)*+\" at <(.*?)>: ",
          Pattern.DOTALL);
  private static final Pattern CALL =
      Pattern.compile(
          "error calling (?:include|tpl): "
              + "(?:error during tpl function execution for \".*?\": (?=template: )"
              + "|cannot parse template \".*?\": (?=template: ))?",
          Pattern.DOTALL);
  private static final Pattern PARSE =
      Pattern.compile("template: ([^\\n:]+):(\\d+)(?::(\\d+))?: (?!executing )");
  private static final Pattern POSITION =
      Pattern.compile(
          "(?:parse|execution) error (?:at|in) \\(([^\\n)]+?)(?::(\\d+))?(?::(\\d+))?\\): ");

  private final Deque<TemplatePlace> places = new ArrayDeque<>();
  private String expression = "";
  private String scope = "";
  private String rest;

  private ErrorChain(String message) {
    this.rest = message;
  }

  static ErrorChain read(String message) {
    ErrorChain chain = new ErrorChain(message);
    if (chain.take(POSITION).isEmpty()) {
      chain.takeLinks();
    }
    return chain;
  }

  private void takeLinks() {
    Optional<Matcher> link = take(LINK);
    while (link.isPresent()) {
      expression = link.get().group(4);
      Matcher call = CALL.matcher(rest);
      if (!call.lookingAt()) {
        return;
      }
      rest = rest.substring(call.end());
      link = take(LINK);
    }
    take(PARSE);
  }

  private Optional<Matcher> take(Pattern pattern) {
    Matcher matcher = pattern.matcher(rest);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    rest = rest.substring(matcher.end());
    add(matcher);
    return Optional.of(matcher);
  }

  /** Texts given to {@code tpl} are no files, and all have one name. */
  private void add(Matcher matcher) {
    String template = matcher.group(1);
    if (!template.contains("/")) {
      return;
    }
    scope = scope.isEmpty() ? template : scope;
    TemplatePlace place =
        new TemplatePlace(template, number(matcher.group(2), 0), number(matcher.group(3), 1));
    if (!place.equals(places.peek())) {
      places.push(place);
    }
    if (places.size() > MOST_PLACES) {
      TemplatePlace outermost = places.removeLast();
      places.removeLast();
      places.addLast(outermost);
    }
  }

  private static Optional<Integer> number(@Nullable String digits, int more) {
    // no file has as many lines as a longer number says
    return digits == null || digits.length() > 9
        ? Optional.empty()
        : Optional.of(Integer.parseInt(digits) + more);
  }

  /** The innermost file. */
  Optional<TemplatePlace> place() {
    return Optional.ofNullable(places.peek());
  }

  /** The files around it, innermost first. */
  List<TemplatePlace> includedFrom() {
    return places.stream().skip(1).toList();
  }

  /** What was evaluated where the error arose, such as {@code .Values.a.b}. */
  String expression() {
    return expression;
  }

  /** The outermost template, whose values are read; empty if there is none. */
  String scope() {
    return scope;
  }

  /** The error itself. */
  String error() {
    return rest;
  }
}
