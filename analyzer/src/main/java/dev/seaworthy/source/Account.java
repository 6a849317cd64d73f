package dev.seaworthy.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A {@link Discovery} in the making. */
final class Account {

  private final List<Source> sources = new ArrayList<>();
  private final List<Rendering> renderings = new ArrayList<>();
  private final List<InventoryEntry> entries = new ArrayList<>();
  private final SortedSet<Problem> problems = new TreeSet<>();

  void source(Source source) {
    sources.add(source);
  }

  void skipped(String name, String reason) {
    entries.add(InventoryEntry.skipped(name, reason));
  }

  void notReadable(String name, IOException cause) {
    problems.add(NotReadable.problem(name, cause));
    entries.add(InventoryEntry.failed(name, NotReadable.reason(cause), 0));
  }

  /** Something that the user named is neither a file nor a folder. */
  void notRegular(String name) {
    problems.add(NotReadable.notRegular(name));
    entries.add(InventoryEntry.failed(name, NotReadable.NOT_REGULAR, 0));
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  void addAll(Discovery more) {
    sources.addAll(more.sources());
    renderings.addAll(more.renderings());
    entries.addAll(more.accounted());
    problems.addAll(more.problems());
  }

  Discovery toDiscovery() {
    sources.sort(Comparator.comparing(Source::name));
    entries.sort(null);
    renderings.sort(Comparator.comparing(Rendering::name));
    return new Discovery(sources, renderings, entries, List.copyOf(problems));
  }
}
