package dev.seaworthy.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pages that explain rules: why, a bad and a good example, when to ignore it. */
public final class RulePages {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)?");

  private RulePages() {}

  /**
   * The page of a rule, as Markdown.
   *
   * @param ruleId the rule's id, not an alias
   * @return the page; empty if no page with this id is bundled
   */
  public static Optional<String> page(String ruleId) {
    if (!ID.matcher(ruleId).matches()) {
      return Optional.empty();
    }
    try (InputStream page = RulePages.class.getResourceAsStream("pages/" + ruleId + ".md")) {
      return page == null
          ? Optional.empty()
          : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the page of rule '" + ruleId + "' cannot be read", e);
    }
  }
}
