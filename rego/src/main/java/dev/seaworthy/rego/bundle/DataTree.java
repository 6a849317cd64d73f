package dev.seaworthy.rego.bundle;

import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Data documents that are merged to one. Remembers which file each part is from. */
final class DataTree {

  private Node root = new Node("");

  /**
   * A path that two files define.
   *
   * @param path such as {@code data.app.users}
   * @param file the file that defined it first
   */
  record Conflict(String path, String file) {}

  /**
   * Puts a document under a path. Nothing changes if there is a conflict.
   *
   * @param document an object, unless there is a path
   */
  Optional<Conflict> add(List<String> path, RegoValue document, String file) {
    RegoValue whole = document;
    for (int i = path.size() - 1; i >= 0; i--) {
      whole = RegoObject.of(Map.of(new RegoString(path.get(i)), whole));
    }
    Optional<Conflict> conflict = conflict(root, whole, "data");
    if (conflict.isEmpty()) {
      root = merged(root, whole, file);
    }
    return conflict;
  }

  RegoObject toObject() {
    return (RegoObject) root.value();
  }

  private static Optional<Conflict> conflict(@Nullable Node node, RegoValue value, String path) {
    if (node == null) {
      return Optional.empty();
    }
    if (!node.isObject() || !(value instanceof RegoObject object)) {
      return Optional.of(new Conflict(path, node.file));
    }
    for (RegoValue key : object.keys()) {
      String name = ((RegoString) key).value();
      RegoValue member = Objects.requireNonNull(object.get(key));
      Optional<Conflict> found = conflict(node.member(name), member, path + "." + name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Node merged(@Nullable Node node, RegoValue value, String file) {
    if (node == null) {
      return new Node(value, file);
    }
    RegoObject object = (RegoObject) value;
    for (RegoValue key : object.keys()) {
      String name = ((RegoString) key).value();
      RegoValue member = Objects.requireNonNull(object.get(key));
      node.members().put(name, merged(node.member(name), member, file));
    }
    return node;
  }

  /** A value as one file has it, or an object that several make up. */
  private static final class Node {

    private final String file;
    private @Nullable RegoValue whole;
    private Map<String, Node> members = Map.of();

    Node(String file) {
      this.file = file;
      this.members = new TreeMap<>();
    }

    Node(RegoValue whole, String file) {
      this.file = file;
      this.whole = whole;
    }

    boolean isObject() {
      return whole == null || whole instanceof RegoObject;
    }

    @Nullable Node member(String name) {
      if (whole == null) {
        return members.get(name);
      }
      RegoValue member = ((RegoObject) whole).get(name);
      return member == null ? null : new Node(member, file);
    }

    /** The members, which may be changed from now on. */
    Map<String, Node> members() {
      if (whole instanceof RegoObject object) {
        members = new TreeMap<>();
        for (RegoValue key : object.keys()) {
          RegoValue member = Objects.requireNonNull(object.get(key));
          members.put(((RegoString) key).value(), new Node(member, file));
        }
        whole = null;
      }
      return members;
    }

    RegoValue value() {
      if (whole != null) {
        return whole;
      }
      RegoObject.Builder object = RegoObject.builder();
      members.forEach((name, member) -> object.put(name, member.value()));
      return object.build();
    }
  }
}
