package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.NameFormat;
import dev.seaworthy.rule.Suggestions;
import java.util.List;
import java.util.Optional;

/**
 * The name of a resource that containers ask for.
 *
 * @param text such as {@code cpu}, {@code hugepages-2Mi} or {@code example.com/gpu}
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/helper/helpers.go">the
 *     helpers of its validation</a>
 */
record ResourceName(String text) {

  private static final String HUGE_PAGES = "hugepages-";
  private static final String OF_QUOTAS = "requests.";

  /** What pods as a whole can ask for, beside huge pages. */
  private static final List<String> OF_PODS = List.of("cpu", "memory");

  private static final List<String> OF_CONTAINERS = List.of("cpu", "memory", "ephemeral-storage");

  boolean isHugePages() {
    return text.startsWith(HUGE_PAGES);
  }

  /** The size of a huge page, as text. */
  String pageSize() {
    return text.substring(HUGE_PAGES.length());
  }

  /** Whether the cluster's administrator has added it, so that it comes in whole pieces. */
  boolean isExtended() {
    return text.contains("/") && !text.contains("kubernetes.io/") && !text.startsWith(OF_QUOTAS);
  }

  /** Whether a container may request less of it than its limit. */
  boolean mayBeShared() {
    return !isHugePages() && (!text.contains("/") || text.contains("kubernetes.io/"));
  }

  boolean isCpuOrMemory() {
    return OF_PODS.contains(text);
  }

  /**
   * Why the API server refuses it; part of a message, empty if it does not.
   *
   * @param whole whether a pod as a whole asks for it, and no container
   */
  Optional<String> fault(boolean whole) {
    List<String> known = whole ? OF_PODS : OF_CONTAINERS;
    String owner = whole ? "a pod" : "a container";
    if (known.contains(text)) {
      return Optional.empty();
    }
    Optional<String> format = NameFormat.faultOfKey(text);
    if (format.isPresent()) {
      return Optional.of("is no name of a resource: " + format.get());
    }
    boolean refused = whole ? !isHugePages() : !text.contains("/") && !isHugePages();
    if (refused || text.startsWith(OF_QUOTAS) && !text.contains("kubernetes.io/")) {
      return Optional.of("is no resource of " + owner + Suggestions.didYouMean(text, known));
    }
    return Optional.empty();
  }
}
