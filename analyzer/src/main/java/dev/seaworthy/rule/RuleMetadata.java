package dev.seaworthy.rule;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What there is to know about a rule without running it.
 *
 * @param id a kebab-case noun phrase for the problem, such as {@code privileged-container}; with a
 *     prefix and a slash for families taken from a standard ({@code pod-security/runAsNonRoot})
 * @param title the problem in a few words: lower-case, no full stop
 * @param severity how bad a violation is, unless it {@linkplain Violation#severity says} so itself
 * @param category the area, in kebab case, such as {@code capability}
 * @param profile the first profile that has the rule
 * @param remediation what to do: sentences, the last with its full stop
 * @param references web addresses where facts come from
 * @param aliases names of the same check in other tools, such as {@code KSV-0017}
 * @param standards what demands it, such as {@code pss:baseline} or {@code cis:5.2.2}
 * @param parameters what users can set of it
 */
public record RuleMetadata(
    String id,
    String title,
    Severity severity,
    String category,
    Profile profile,
    String remediation,
    List<String> references,
    List<String> aliases,
    List<String> standards,
    List<RuleParameter> parameters) {

  private static final Pattern ID = Pattern.compile("(?:[a-z0-9-]+/)?[A-Za-z0-9_-]+");
  private static final Pattern CATEGORY = Pattern.compile("[a-z][a-z0-9-]*");

  /**
   * @throws IllegalArgumentException if a component breaks the rules above
   */
  public RuleMetadata {
    check(ID.matcher(id).matches(), id, "the id is no kebab-case name");
    check(CATEGORY.matcher(category).matches(), id, "the category is no kebab-case name");
    check(!title.isBlank() && !title.endsWith("."), id, "the title is empty or ends with a stop");
    check(remediation.endsWith("."), id, "the remediation does not end with a full stop");
    check(profile != Profile.NONE, id, "no rule is in the profile 'none'");
    references = List.copyOf(references);
    aliases = List.copyOf(aliases);
    standards = List.copyOf(standards);
    parameters = List.copyOf(parameters);
  }

  private static void check(boolean holds, String id, String failure) {
    if (!holds) {
      throw new IllegalArgumentException("rule '" + id + "': " + failure);
    }
  }

  /** Starts with a rule's id and title. */
  public static Builder builder(String id, String title) {
    return new Builder(id, title);
  }

  /** The parameter with a name. */
  public Optional<RuleParameter> parameter(String name) {
    return parameters.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
  }

  /** The same rule with another severity. */
  public RuleMetadata withSeverity(Severity other) {
    return new RuleMetadata(
        id,
        title,
        other,
        category,
        profile,
        remediation,
        references,
        aliases,
        standards,
        parameters);
  }

  /** Collects the rest; {@link #build()} checks it. */
  public static final class Builder {

    private final String id;
    private final String title;
    private Severity severity = Severity.MEDIUM;
    private String category = "";
    private Profile profile = Profile.RECOMMENDED;
    private String remediation = "";
    private List<String> references = List.of();
    private List<String> aliases = List.of();
    private List<String> standards = List.of();
    private List<RuleParameter> parameters = List.of();

    private Builder(String id, String title) {
      this.id = id;
      this.title = title;
    }

    /** {@link Severity#MEDIUM} unless said otherwise. */
    public Builder severity(Severity value) {
      severity = value;
      return this;
    }

    public Builder category(String value) {
      category = value;
      return this;
    }

    /** {@link Profile#RECOMMENDED} unless said otherwise. */
    public Builder profile(Profile value) {
      profile = value;
      return this;
    }

    public Builder remediation(String value) {
      remediation = value;
      return this;
    }

    public Builder references(String... values) {
      references = List.of(values);
      return this;
    }

    public Builder aliases(String... values) {
      aliases = List.of(values);
      return this;
    }

    public Builder standards(String... values) {
      standards = List.of(values);
      return this;
    }

    public Builder parameters(RuleParameter... values) {
      parameters = List.of(values);
      return this;
    }

    /**
     * @throws IllegalArgumentException if something is missing or malformed
     */
    public RuleMetadata build() {
      return new RuleMetadata(
          id,
          title,
          severity,
          category,
          profile,
          remediation,
          references,
          aliases,
          standards,
          parameters);
    }
  }
}
