package dev.seaworthy.model;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The formats of names, as the API server checks them.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/">Object
 *     names</a>
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/">Syntax
 *     of labels</a>
 * @see <a
 *     href="https://github.com/kubernetes/apimachinery/blob/master/pkg/util/validation/validation.go">
 *     the checks in apimachinery</a>
 */
public enum NameFormat {
  DNS_LABEL(
      63,
      Patterns.label("[a-z0-9]"),
      "lower-case letters, digits and '-' are allowed, with a letter or digit at both ends"),
  DNS_LABEL_WITH_LETTER(
      63,
      Patterns.label("[a-z]"),
      "lower-case letters, digits and '-' are allowed, with a letter at the start and a letter or"
          + " digit at the end"),
  DNS_SUBDOMAIN(
      253,
      Patterns.of(Patterns.LABEL + "(?:\\." + Patterns.LABEL + ")*"),
      "lower-case letters, digits, '-' and '.' are allowed, with a letter or digit at both ends of"
          + " each part"),
  CRON_JOB(52, DNS_SUBDOMAIN.fits, DNS_SUBDOMAIN.allowed),
  PATH_SEGMENT(
      Integer.MAX_VALUE,
      text -> !text.equals(".") && !text.equals("..") && !Patterns.BREAKS_PATH.matcher(text).find(),
      "it must not be '.' or '..', nor hold '/' or '%'"),
  LABEL_VALUE(
      63,
      Patterns.of("(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*+(?<=[A-Za-z0-9]))?)?"),
      "letters, digits, '-', '_' and '.' are allowed, with a letter or digit at both ends"),
  PORT(
      15,
      Patterns.of("(?=[0-9-]*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*"),
      "lower-case letters, digits and single '-' between them are allowed, with at least one"
          + " letter"),
  DATA_KEY(
      253,
      Patterns.of("(?!\\.\\.)(?!\\.$)[-._a-zA-Z0-9]+"),
      "letters, digits, '-', '_' and '.' are allowed, and no '..' at the start");

  private final int length;
  private final Predicate<String> fits;
  private final String allowed;

  NameFormat(int length, Predicate<String> fits, String allowed) {
    this.length = length;
    this.fits = fits;
    this.allowed = allowed;
  }

  /** Why the API server refuses a name: part of a message, empty if it takes it. */
  public Optional<String> fault(String name) {
    if (name.length() > length) {
      return Optional.of("it has " + name.length() + " characters, and " + length + " are allowed");
    }
    return fits.test(name) ? Optional.empty() : Optional.of(allowed);
  }

  /**
   * Why the API server refuses the key of a label or annotation: a name like a label's value, after
   * the prefix of a DNS subdomain and a slash, if there is one.
   */
  public static Optional<String> faultOfKey(String key) {
    int slash = key.indexOf('/');
    String name = key.substring(slash + 1);
    if (name.indexOf('/') >= 0) {
      return Optional.of("one '/' is allowed, after the prefix");
    }
    if (name.isEmpty()) {
      return Optional.of(slash < 0 ? "it is empty" : "nothing follows the '/'");
    }
    Optional<String> prefix =
        slash < 0
            ? Optional.empty()
            : DNS_SUBDOMAIN.fault(key.substring(0, slash)).map("in the prefix, "::concat);
    return prefix.or(() -> LABEL_VALUE.fault(name));
  }

  /** Constants of an enum cannot use its own static fields. */
  private static final class Patterns {

    static final String LABEL = "[a-z0-9](?:[-a-z0-9]*+(?<!-))?";
    static final Pattern BREAKS_PATH = Pattern.compile("[/%]");

    static Predicate<String> label(String first) {
      return of(first + "(?:[-a-z0-9]*+(?<!-))?");
    }

    static Predicate<String> of(String expression) {
      return Pattern.compile(expression).asMatchPredicate();
    }
  }
}
