package dev.seaworthy.schema.rules;

import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.model.ObjectReference;
import dev.seaworthy.rule.Suggestions;
import dev.seaworthy.schema.ApiHistory;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for the kind that is meant by an object whose own kind Kubernetes does not have: the same
 * in another API version, in another case, its plural, or a name that is near.
 */
final class KindSearch {

  private final ApiHistory history;
  private final ObjectReference written;
  private final KubernetesVersion target;
  private final boolean isOfKubernetes;

  private KindSearch(ApiHistory history, ObjectReference written, KubernetesVersion target) {
    this.history = history;
    this.written = written;
    this.target = target;
    this.isOfKubernetes = history.hasGroup(written.group());
  }

  /**
   * What is meant.
   *
   * @return empty if the object resembles nothing that Kubernetes has
   */
  static Optional<KindSuggestion> find(
      ApiHistory history, ObjectReference written, KubernetesVersion target) {
    KindSearch search = new KindSearch(history, written, target);
    Set<String> here = history.kinds(written.apiVersion(), target);
    return search
        .sameWord(here)
        .map(kind -> new KindSuggestion(written.apiVersion(), kind, true))
        .or(search::elsewhere)
        .or(() -> search.misspelt(here));
  }

  private Optional<KindSuggestion> elsewhere() {
    Set<String> all = history.kinds(target);
    return (all.contains(written.kind()) ? Optional.of(written.kind()) : sameWord(all))
        .flatMap(kind -> suggestion(kind, true));
  }

  private Optional<KindSuggestion> misspelt(Set<String> here) {
    String group = written.group();
    return here.isEmpty()
        ? Suggestions.nearest(written.kind(), history.kindsOfGroup(group, target))
            .flatMap(kind -> suggestion(kind, false))
        : Suggestions.nearest(written.kind(), here)
            .map(kind -> new KindSuggestion(written.apiVersion(), kind, isCertain("", false)));
  }

  private Optional<KindSuggestion> suggestion(String kind, boolean isSameWord) {
    return history
        .replacement(written.apiVersion(), kind, target)
        .map(other -> new KindSuggestion(other, kind, isCertain(other, isSameWord)));
  }

  /** A kind whose letters are these but for their case, or whose plural these are. */
  private Optional<String> sameWord(Set<String> kinds) {
    String word = lowerCase(written.kind());
    return kinds.stream()
        .filter(kind -> plurals(lowerCase(kind)).anyMatch(word::equals))
        .min(String::compareTo);
  }

  private static Stream<String> plurals(String word) {
    return Stream.of(word, word + "s", word + "es", word.replaceFirst("y$", "ies"));
  }

  /**
   * Whether no server of the target version has what is written. A version that is newer than those
   * that are known may have more: what comes, comes as alpha or beta first. One that is older may
   * have had an alpha or a beta that is gone since.
   *
   * @param meant where the kind is that is meant
   * @param isSameWord whether the kind that is meant is the one that is written
   */
  private boolean isCertain(String meant, boolean isSameWord) {
    if (!isOfKubernetes) {
      return resembles(group(meant));
    }
    Optional<ApiStage> stage = ApiStage.of(written.apiVersion());
    boolean isStable = stage.isEmpty() || stage.get().isStable();
    if (history.isAfter(target) && isSameWord && group(meant).equals(written.group())) {
      return stage.isEmpty() || stage.get().compareTo(ApiStage.of(meant).orElseThrow()) < 0;
    }
    return isStable || !(history.isAfter(target) || history.isBefore(target));
  }

  /** Whether a group that nobody can define, for it has no dot, is meant to be another. */
  private boolean resembles(String group) {
    String own = lowerCase(written.group());
    return !own.contains(".")
        && (group.startsWith(own + ".") || Suggestions.nearest(own, Set.of(group)).isPresent());
  }

  private static String group(String apiVersion) {
    return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
  }

  private static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
