package dev.seaworthy.rego.builtin;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The built-ins there are, by name. */
public final class Builtins {

  private static final Map<String, Builtin> BY_NAME = new TreeMap<>();

  static {
    List<Family> families =
        List.of(
            AwsSignature.family(),
            Aggregates.family(),
            Arithmetic.family(),
            ArrayFunctions.family(),
            Bits.family(),
            Casts.family(),
            Comparisons.family(),
            Graphs.family(),
            ObjectFunctions.family(),
            Ranges.family(),
            Replacements.family(),
            Sets.family(),
            Sprintf.family(),
            Base64Functions.family(),
            Urls.family(),
            JsonFunctions.family(),
            JsonDocuments.family(),
            JsonPatch.family(),
            Times.family(),
            Regexes.family(),
            Globs.family(),
            Cidrs.family(),
            SemVer.family(),
            Units.family(),
            Uuids.family(),
            Hashes.family(),
            YamlFunctions.family(),
            Environment.family(),
            Uris.family(),
            JwtToken.family(),
            GoTemplate.family(),
            JwtFunctions.family(),
            JwtConstraints.family(),
            Strings.family(),
            Subset.family());
    for (Family family : families) {
      for (Builtin builtin : family.builtins()) {
        if (BY_NAME.put(builtin.name(), builtin) != null) {
          throw new IllegalStateException("defined twice: " + builtin.name());
        }
      }
    }
  }

  private Builtins() {}

  /** The built-in of a name, infix operators by their name such as {@code plus}. */
  public static Optional<Builtin> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The names of all built-ins, in order. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(BY_NAME.keySet());
  }

  /** Why a built-in that OPA has is not here; empty for one that is, and for one OPA has not. */
  public static Optional<String> unsupported(String name) {
    return Optional.ofNullable(Unsupported.REASONS.get(name));
  }
}
