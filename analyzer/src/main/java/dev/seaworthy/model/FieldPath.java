package dev.seaworthy.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way from an object's root to a field: names and list indices. Immutable.
 *
 * <p>Written as {@code spec.containers[0].image}; a name that is no plain word is quoted, as in
 * {@code metadata.annotations['example.org/x']}.
 */
public final class FieldPath {

  /** The object itself. */
  public static final FieldPath ROOT = new FieldPath(null, "", -1);

  private final @Nullable FieldPath parent;
  private final String name;
  private final int index;
  private final int hash;

  private FieldPath(@Nullable FieldPath parent, String name, int index) {
    this.parent = parent;
    this.name = name;
    this.index = index;
    this.hash = parent == null ? 0 : 31 * (31 * parent.hash + name.hashCode()) + index;
  }

  /** A path of plain names from the root, such as {@code of("spec", "template")}. */
  public static FieldPath of(String... names) {
    FieldPath path = ROOT;
    for (String name : names) {
      path = path.child(name);
    }
    return path;
  }

  /**
   * A path from segments.
   *
   * @param segments strings for names, numbers for indices
   * @throws IllegalArgumentException if a segment is neither a string nor a whole number from 0
   */
  public static FieldPath ofSegments(List<?> segments) {
    FieldPath path = ROOT;
    for (Object segment : segments) {
      if (segment instanceof String name) {
        path = path.child(name);
      } else if (segment instanceof Number number
          && number.doubleValue() == number.intValue()
          && number.intValue() >= 0) {
        path = path.child(number.intValue());
      } else {
        throw new IllegalArgumentException("no path segment: " + segment);
      }
    }
    return path;
  }

  /** The path of a member of this mapping. */
  public FieldPath child(String member) {
    return new FieldPath(this, member, -1);
  }

  /**
   * The path of an item of this list.
   *
   * @param item the index, starting at 0
   */
  public FieldPath child(int item) {
    return new FieldPath(this, "", item);
  }

  /** The path that this one continues, empty for the root. */
  public Optional<FieldPath> parent() {
    return Optional.ofNullable(parent);
  }

  /** Whether the last step is an index. */
  public boolean isIndex() {
    return index >= 0;
  }

  /** The name of the last step; empty for the root and for an index. */
  public String name() {
    return name;
  }

  /** The index of the last step, starting at 0; -1 for a name and for the root. */
  public int index() {
    return index;
  }

  /** The paths of all steps from the first name down to this path itself, the root left out. */
  public Iterable<FieldPath> steps() {
    Deque<FieldPath> steps = new ArrayDeque<>();
    for (FieldPath path = this; path.parent != null; path = path.parent) {
      steps.addFirst(path);
    }
    return steps;
  }

  /** Whether this path is the other one or leads on from it. */
  public boolean startsWith(FieldPath other) {
    for (FieldPath path = this; path != null; path = path.parent) {
      if (path.equals(other)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    FieldPath a = this;
    if (!(object instanceof FieldPath b)) {
      return false;
    }
    while (a != b) {
      if (a.index != b.index || !a.name.equals(b.name) || a.parent == null || b.parent == null) {
        return false;
      }
      a = a.parent;
      b = b.parent;
    }
    return true;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** Returns the path as text; empty for the root. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Iterator<FieldPath> steps = steps().iterator(); steps.hasNext(); ) {
      FieldPath step = steps.next();
      if (step.isIndex()) {
        text.append('[').append(step.index).append(']');
      } else if (isPlain(step.name)) {
        text.append(text.isEmpty() ? "" : ".").append(step.name);
      } else {
        text.append("['").append(step.name.replace("\\", "\\\\").replace("'", "\\'")).append("']");
      }
    }
    return text.toString();
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!(Character.isLetterOrDigit(c) || c == '-' || c == '_')) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
