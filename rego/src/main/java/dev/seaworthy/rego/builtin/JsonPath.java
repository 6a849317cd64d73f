package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Paths into documents: {@code "a/b~1c/0"}, or the segments in an array. */
final class JsonPath {

  private JsonPath() {}

  /** The segments of a path. */
  static List<RegoValue> parse(RegoValue path) throws BuiltinException {
    if (path instanceof RegoArray segments) {
      return segments.items();
    }
    if (!(path instanceof RegoString text)) {
      throw Call.wrongOperand(
          2,
          "must be one of {set, array} containing string paths or array of path segments but got "
              + path.typeName());
    }
    if (text.value().isEmpty()) {
      return List.of();
    }
    String relative = text.value().replaceFirst("^/+", "");
    List<RegoValue> segments = new ArrayList<>();
    for (String segment : relative.split("/", -1)) {
      segments.add(new RegoString(segment.replace("~1", "/").replace("~0", "~")));
    }
    return segments;
  }

  /** The paths of the second argument as a tree. */
  static Tree tree(Call call) throws BuiltinException {
    Tree root = new Tree();
    for (RegoValue path : call.items(2, "set", "array")) {
      List<RegoValue> segments = parse(path);
      call.spend(segments.size());
      root.add(segments);
    }
    return root;
  }

  /** Paths that share their beginnings. A path that continues another one adds nothing. */
  static final class Tree {

    private final Map<RegoValue, Tree> children = new HashMap<>();
    private boolean end;

    private void add(List<RegoValue> segments) {
      Tree node = this;
      for (RegoValue segment : segments) {
        if (node.end) {
          return;
        }
        node = node.children.computeIfAbsent(segment, key -> new Tree());
      }
      node.end = node != this;
    }

    /** Whether a path ends here. */
    boolean isEnd() {
      return end;
    }

    /** What follows a key. */
    @Nullable Tree after(RegoValue key) {
      return children.get(key);
    }

    /** What follows an index, which paths have as text. */
    @Nullable Tree after(int index) {
      return children.get(new RegoString(Integer.toString(index)));
    }
  }
}
