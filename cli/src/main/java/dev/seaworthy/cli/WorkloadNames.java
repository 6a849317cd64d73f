package dev.seaworthy.cli;

import dev.seaworthy.engine.WorkloadReach;
import dev.seaworthy.model.ObjectReference;
import dev.seaworthy.rule.Suggestions;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Understands what users call workloads: {@code kind/name}, {@code namespace/kind/name}, the name
 * alone, or what reports print, {@code Kind namespace/name}. Letter case does not count in kinds.
 */
final class WorkloadNames {

  private static final Pattern SEPARATOR = Pattern.compile("[/ ]");

  private WorkloadNames() {}

  /**
   * The workloads of a name, at least one.
   *
   * @throws UsageException if there is none
   */
  static List<WorkloadReach> named(String name, List<WorkloadReach> workloads)
      throws UsageException {
    List<String> parts = List.of(SEPARATOR.split(name, -1));
    List<WorkloadReach> found =
        workloads.stream().filter(workload -> isNamed(parts, workload.object())).toList();
    if (found.isEmpty()) {
      throw new UsageException("there is no workload '" + name + "'" + hint(name, workloads));
    }
    return found;
  }

  private static boolean isNamed(List<String> parts, ObjectReference object) {
    int last = parts.size() - 1;
    if (!parts.get(last).equals(object.name())) {
      return false;
    }
    return switch (last) {
      case 0 -> true;
      case 1 -> parts.get(0).equalsIgnoreCase(object.kind());
      case 2 ->
          isQualified(parts.get(0), parts.get(1), object)
              || isQualified(parts.get(1), parts.get(0), object);
      default -> false;
    };
  }

  private static boolean isQualified(String namespace, String kind, ObjectReference object) {
    return kind.equalsIgnoreCase(object.kind())
        && object.namespace().filter(namespace::equals).isPresent();
  }

  private static String hint(String name, List<WorkloadReach> workloads) {
    Set<String> known = new TreeSet<>();
    workloads.forEach(workload -> add(workload.object(), known));
    String near = Suggestions.didYouMean(name, known);
    return near.isEmpty() ? "; 'seaworthy reach --verbose' lists them all" : near;
  }

  private static void add(ObjectReference object, Collection<String> known) {
    String name = object.kind() + "/" + object.name();
    known.add(object.name());
    known.add(name);
    object.namespace().ifPresent(namespace -> known.add(namespace + "/" + name));
  }
}
