package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Graphs, given as objects from nodes to their neighbours, and the nested parts of values. */
final class Graphs {

  /** A path longer than this is not followed, so that no stack overflows. */
  private static final int MAX_PATH = 2000;

  private Graphs() {}

  static Family family() {
    return new Family()
        .define("graph.reachable", Graphs::reachable, Family.OBJECT, Family.COLLECTION)
        .define("graph.reachable_paths", Graphs::reachablePaths, Family.OBJECT, Family.COLLECTION)
        .relation("walk", Graphs::walk, Family.ANY);
  }

  private static RegoSet reachable(Call call) throws BuiltinException {
    RegoObject graph = call.object(1);
    Deque<RegoValue> queue = new ArrayDeque<>(call.items(2, "{array, set}"));
    Set<RegoValue> reached = new HashSet<>();
    while (!queue.isEmpty()) {
      RegoValue node = queue.remove();
      RegoValue neighbours = graph.get(node);
      if (neighbours != null && reached.add(node)) {
        queue.addAll(nodes(call, neighbours));
      }
    }
    return RegoSet.of(reached);
  }

  private static List<RegoValue> nodes(Call call, RegoValue collection) {
    List<RegoValue> nodes = Call.itemsOf(collection);
    call.spend(1 + (nodes == null ? 0 : nodes.size()));
    return nodes == null ? List.of() : nodes;
  }

  private static RegoSet reachablePaths(Call call) throws BuiltinException {
    Paths paths = new Paths(call, call.object(1));
    for (RegoValue start : call.items(2, "{array, set}")) {
      if (paths.graph.containsKey(start)) {
        paths.enter(start);
      }
    }
    return RegoSet.of(paths.found);
  }

  /** Paths that end where nothing follows, where the graph ends, or before they meet themselves. */
  private static final class Paths {

    private final Call call;
    private final RegoObject graph;
    private final Set<RegoValue> found = new HashSet<>();
    private final List<RegoValue> path = new ArrayList<>();
    private final Set<RegoValue> visited = new HashSet<>();

    Paths(Call call, RegoObject graph) {
      this.call = call;
      this.graph = graph;
    }

    void enter(RegoValue node) throws BuiltinException {
      RegoValue neighbours = graph.get(node);
      if (neighbours == null) {
        end();
        return;
      }
      if (path.size() == MAX_PATH) {
        throw BuiltinException.of("a path is longer than " + MAX_PATH + " nodes");
      }
      path.add(node);
      boolean first = visited.add(node);
      List<RegoValue> next = nodes(call, neighbours);
      if (next.isEmpty()) {
        end();
      }
      for (RegoValue neighbour : next) {
        // OPA goes round once where the first node follows itself
        if (path.size() > 1 && visited.contains(neighbour)) {
          end();
        } else {
          enter(neighbour);
        }
      }
      path.remove(path.size() - 1);
      if (first) {
        visited.remove(node);
      }
    }

    private void end() {
      call.spend(path.size());
      found.add(RegoArray.of(path));
    }
  }

  private static RegoArray walk(Call call) {
    List<RegoValue> visited = new ArrayList<>();
    walk(call, call.value(1), new ArrayList<>(), visited);
    return RegoArray.of(visited);
  }

  private static void walk(
      Call call, RegoValue value, List<RegoValue> path, List<RegoValue> visited) {
    call.spend(1 + path.size());
    visited.add(RegoArray.of(RegoArray.of(path), value));
    if (value instanceof RegoArray array) {
      for (int i = 0; i < array.size(); i++) {
        walkInto(call, RegoNumber.of(i), array.get(i), path, visited);
      }
    } else if (value instanceof RegoObject object) {
      for (RegoValue key : object.keys()) {
        walkInto(call, key, Objects.requireNonNull(object.get(key)), path, visited);
      }
    } else if (value instanceof RegoSet set) {
      for (RegoValue item : set) {
        walkInto(call, item, item, path, visited);
      }
    }
  }

  private static void walkInto(
      Call call, RegoValue key, RegoValue value, List<RegoValue> path, List<RegoValue> visited) {
    path.add(key);
    walk(call, value, path, visited);
    path.remove(path.size() - 1);
  }
}
