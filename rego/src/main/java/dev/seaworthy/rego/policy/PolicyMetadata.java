package dev.seaworthy.rego.policy;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what a rule says of itself in its {@code # METADATA}: {@code title} and {@code
 * related_resources} as OPA defines them, the rest under {@code custom}.
 */
final class PolicyMetadata {

  private static final String ID = "id";
  private static final String SEVERITY = "severity";
  private static final String CATEGORY = "category";
  private static final String PROFILE = "profile";
  private static final String REMEDIATION = "remediation";
  private static final String ALIASES = "aliases";
  private static final String STANDARDS = "standards";

  private final RegoObject content;
  private final RegoObject custom;

  /**
   * @param content the metadata block
   */
  PolicyMetadata(RegoObject content) {
    this.content = content;
    this.custom = content.get("custom") instanceof RegoObject object ? object : RegoObject.EMPTY;
  }

  /** What holds for a rule whose metadata does not say. */
  record Defaults(String id, String title, Severity severity, String remediation) {}

  /**
   * @throws IllegalArgumentException if something is not what it should be; the message says what
   */
  RuleMetadata read(Defaults defaults) {
    return new RuleMetadata(
        text(custom, ID).orElse(defaults.id()),
        text(content, "title").map(PolicyMetadata::phrase).orElse(defaults.title()),
        choice(SEVERITY, Severity.values(), Severity::id).orElse(defaults.severity()),
        text(custom, CATEGORY).orElse("policy"),
        choice(PROFILE, Profile.values(), Profile::id).orElse(Profile.RECOMMENDED),
        text(custom, REMEDIATION).map(PolicyMetadata::sentence).orElse(defaults.remediation()),
        references(),
        texts(ALIASES),
        texts(STANDARDS),
        Parameters.read(custom.get("params")));
  }

  private static String phrase(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  private List<String> references() {
    List<String> references = new ArrayList<>();
    if (content.get("related_resources") instanceof RegoArray resources) {
      for (RegoValue resource : resources) {
        if (resource instanceof RegoObject object) {
          text(object, "ref").ifPresent(references::add);
        }
      }
    }
    return references;
  }

  private static Optional<String> text(RegoObject object, String key) {
    RegoValue value = object.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof RegoString string) {
      return Optional.of(string.value());
    }
    throw new IllegalArgumentException("'" + key + "' must be a string, not " + value);
  }

  private List<String> texts(String key) {
    RegoValue value = custom.get(key);
    if (value == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    if (value instanceof RegoArray items) {
      for (RegoValue item : items) {
        if (item instanceof RegoString text) {
          texts.add(text.value());
        }
      }
      if (texts.size() == items.size()) {
        return texts;
      }
    }
    throw new IllegalArgumentException("'" + key + "' must be a list of strings");
  }

  private <T> Optional<T> choice(String key, T[] values, Function<T, String> name) {
    Optional<String> written = text(custom, key);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> found =
        Arrays.stream(values)
            .filter(value -> name.apply(value).equals(written.get().toLowerCase(Locale.ROOT)))
            .findFirst();
    if (found.isEmpty()) {
      List<String> names = Arrays.stream(values).map(name).toList();
      throw new IllegalArgumentException(
          "'"
              + key
              + "' cannot be '"
              + written.get()
              + "': choose from "
              + String.join(", ", names));
    }
    return found;
  }
}
