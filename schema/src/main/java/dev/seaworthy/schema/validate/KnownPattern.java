package dev.seaworthy.schema.validate;

import java.util.Optional;
import java.util.Set;

/** Patterns that many schemas have, and which say more in words. */
enum KnownPattern {
  QUANTITY(
      "a quantity, such as 500m or 1Gi",
      "^\\s*[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?\\s*$",
      // what controller-gen writes
      "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]"
          + "|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$"),
  PERCENTAGE("a percentage, such as 50%", "^[0-9]+%$"),
  BASE64("base64", "^[A-Za-z0-9+/=\\r\\n]*$");

  private final String words;
  private final Set<String> regexes;

  KnownPattern(String words, String... regexes) {
    this.words = words;
    this.regexes = Set.of(regexes);
  }

  static Optional<KnownPattern> of(String regex) {
    for (KnownPattern known : values()) {
      if (known.regexes.contains(regex)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  /** What matches it, with its article. */
  String words() {
    return words;
  }
}
