package dev.seaworthy.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Did you mean": the nearest of several known names. */
public final class Suggestions {

  /** Longer names are not typed by hand, and comparing them would take long. */
  private static final int MAX_LENGTH = 64;

  /** Those that are compared letter by letter, of however many there are. */
  private static final int MAX_CANDIDATES = 50;

  private static final int LETTERS = 128;

  private static final Comparator<Candidate> NEAREST_FIRST =
      Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name);

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private Suggestions() {}

  /**
   * The candidate that takes the fewest edits to reach, if that is no more than a third of the
   * name. Letter case is no edit. A name that differs in its number only is another name: nobody
   * means {@code KSV-0018} who asks for {@code KSV-0118}.
   */
  public static Optional<String> nearest(String name, Collection<String> candidates) {
    if (name.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    int allowed = Math.max(1, name.length() / 3);
    String wanted = lowerCase(name);
    return candidates.stream()
        .filter(candidate -> Math.abs(candidate.length() - name.length()) <= allowed)
        .map(candidate -> new Candidate(candidate, leastDistance(wanted, lowerCase(candidate))))
        .filter(candidate -> candidate.distance() <= allowed)
        .sorted(NEAREST_FIRST)
        .limit(MAX_CANDIDATES)
        .map(Candidate::name)
        .map(candidate -> new Candidate(candidate, distance(wanted, lowerCase(candidate))))
        .filter(candidate -> candidate.distance() <= allowed)
        .filter(
            candidate ->
                candidate.distance() == 0
                    || !withoutDigits(candidate.name()).equals(withoutDigits(name)))
        .min(NEAREST_FIRST)
        .map(Candidate::name);
  }

  /**
   * The end of a message about a name that is not known: {@code ; did you mean 'x'?}, or nothing if
   * no candidate is near.
   */
  public static String didYouMean(String name, Collection<String> candidates) {
    return ask("; did", name, candidates);
  }

  /** The same as the start of a hint: {@code Did you mean 'x'?} and a blank, or nothing. */
  public static String question(String name, Collection<String> candidates) {
    String question = ask("Did", name, candidates);
    return question.isEmpty() ? "" : question + " ";
  }

  private static String ask(String start, String name, Collection<String> candidates) {
    return nearest(name, candidates).map(near -> start + " you mean '" + near + "'?").orElse("");
  }

  private static String withoutDigits(String name) {
    return DIGITS.matcher(lowerCase(name)).replaceAll("");
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private record Candidate(String name, int distance) {}

  /** How many letters differ at least, whatever their order: found out in linear time. */
  private static int leastDistance(String a, String b) {
    int[] surplus = new int[LETTERS];
    for (int i = 0; i < a.length(); i++) {
      surplus[a.charAt(i) % LETTERS]++;
    }
    for (int i = 0; i < b.length(); i++) {
      surplus[b.charAt(i) % LETTERS]--;
    }
    int more = 0;
    int fewer = 0;
    for (int count : surplus) {
      more += Math.max(count, 0);
      fewer += Math.max(-count, 0);
    }
    return Math.max(more, fewer);
  }

  /** Insertions, deletions, replacements, and swaps of neighbours. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int replace = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + replace);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
