package dev.seaworthy.model;

import dev.seaworthy.yaml.ScalarType;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object, there or not: its path and, where it is there, its value.
 *
 * <p>Navigation never fails: a member of what is no mapping is simply not there. A field with the
 * value {@code null} counts as not there, as it does for the API server.
 */
public final class Field {

  private final KubernetesObject object;
  private final FieldPath path;
  private final @Nullable YamlNode node;
  private final @Nullable YamlNode place;

  Field(KubernetesObject object, FieldPath path, @Nullable YamlNode node) {
    this(object, path, node, null);
  }

  private Field(
      KubernetesObject object, FieldPath path, @Nullable YamlNode node, @Nullable YamlNode place) {
    this.object = object;
    this.path = path;
    this.node = node;
    this.place = place;
  }

  /** The object that this is a field of. */
  public KubernetesObject object() {
    return object;
  }

  /** The way from the object's root. */
  public FieldPath path() {
    return path;
  }

  /** The value, aliases resolved; empty if it is absent or {@code null}. */
  public Optional<YamlNode> node() {
    return isPresent() ? Optional.ofNullable(node) : Optional.empty();
  }

  /** Whether there is a value other than {@code null}. */
  public boolean isPresent() {
    return node != null && !(node instanceof YamlScalar scalar && scalar.isNull());
  }

  /**
   * Whether the object is a patch that says nothing of this field, so that the object that it is
   * merged into decides. {@code null} says something: it removes the field.
   */
  public boolean isLeftOpen() {
    return node == null && object.isPatch();
  }

  /**
   * This field, to be shown at another node of its document: at its key, or at text that no path
   * leads to.
   */
  public Field shownAt(YamlNode other) {
    return new Field(object, path, node, other);
  }

  /** The node that stands for this field, if it is not the one that its path leads to. */
  public Optional<YamlNode> place() {
    return Optional.ofNullable(place);
  }

  /** The member of this mapping with a name. */
  public Field get(String name) {
    ReadBudget.spend(1);
    YamlNode value = node instanceof YamlMapping mapping ? mapping.get(name).orElse(null) : null;
    return new Field(object, path.child(name), value);
  }

  /** The field that a chain of names leads to. */
  public Field get(String first, String... more) {
    Field field = get(first);
    for (String name : more) {
      field = field.get(name);
    }
    return field;
  }

  /** The field that a path leads to from here. */
  public Field get(FieldPath relative) {
    Field field = this;
    for (FieldPath step : relative.steps()) {
      field = step.isIndex() ? field.item(step.index()) : field.get(step.name());
    }
    return field;
  }

  /**
   * An item of this list.
   *
   * @param index starting at 0
   */
  public Field item(int index) {
    ReadBudget.spend(1);
    boolean exists =
        node instanceof YamlSequence sequence && index >= 0 && index < sequence.items().size();
    YamlNode value = exists ? ((YamlSequence) node).items().get(index).resolved() : null;
    return new Field(object, path.child(index), value);
  }

  /** The items of this list; none if it is no list. */
  public List<Field> items() {
    if (!(node instanceof YamlSequence sequence)) {
      return List.of();
    }
    ReadBudget.spend(1 + sequence.items().size());
    List<Field> items = new ArrayList<>(sequence.items().size());
    for (int i = 0; i < sequence.items().size(); i++) {
      items.add(new Field(object, path.child(i), sequence.items().get(i).resolved()));
    }
    return items;
  }

  /** The members of this mapping in the order of the text; none if it is no mapping. */
  public List<Field> members() {
    if (!(node instanceof YamlMapping mapping)) {
      return List.of();
    }
    ReadBudget.spend(1 + mapping.entries().size());
    List<Field> members = new ArrayList<>(mapping.entries().size());
    for (YamlEntry entry : mapping.entries()) {
      members.add(new Field(object, path.child(entry.name()), entry.value().resolved()));
    }
    return members;
  }

  public boolean isMapping() {
    return node instanceof YamlMapping;
  }

  public boolean isList() {
    return node instanceof YamlSequence;
  }

  /** The value of a string. */
  public Optional<String> string() {
    return node instanceof YamlScalar scalar ? scalar.stringValue() : Optional.empty();
  }

  /** The value of a boolean. */
  public Optional<Boolean> bool() {
    return node instanceof YamlScalar scalar ? scalar.booleanValue() : Optional.empty();
  }

  /** The value of a whole number: {@code 1e3} is one for the API server as well. */
  public Optional<Long> integer() {
    if (!(node instanceof YamlScalar scalar)) {
      return Optional.empty();
    }
    if (scalar.type() == ScalarType.FLOAT) {
      double value = scalar.numberValue().orElseThrow().doubleValue();
      boolean whole = value == Math.rint(value) && Math.abs(value) < 1L << 53;
      return whole ? Optional.of((long) value) : Optional.empty();
    }
    return scalar.longValue().isPresent()
        ? Optional.of(scalar.longValue().getAsLong())
        : Optional.empty();
  }

  /** A scalar's content as written, whatever its type; empty text if this is no scalar. */
  public String text() {
    return node instanceof YamlScalar scalar && !scalar.isNull() ? scalar.text() : "";
  }

  /** Whether this is the boolean {@code true}. */
  public boolean isTrue() {
    return bool().orElse(false);
  }

  /** Whether this is the boolean {@code false}; an absent field is not. */
  public boolean isFalse() {
    return !bool().orElse(true);
  }

  /** Returns the path. */
  @Override
  public String toString() {
    return path.toString();
  }
}
