package dev.seaworthy.helm.values;

import dev.seaworthy.helm.values.SetValue.Index;
import dev.seaworthy.helm.values.SetValue.Step;
import dev.seaworthy.helm.values.ValueOrigin.InArgument;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What arguments set, as one tree. Changes while it is built only.
 *
 * <p>Helm sets values into those of the files: a map or a list that is only partly set goes on
 * below with what the files say.
 */
final class SetTree implements LayerValue {

  private final Object group;
  private final List<Step> path;
  private final TreeMap<String, SetTree> members = new TreeMap<>();
  private final TreeMap<Integer, SetTree> items = new TreeMap<>();
  private ValueKind kind = ValueKind.MAP;
  private boolean whole;
  private String text = "";
  private InArgument origin;

  private SetTree(Object group, List<Step> path, InArgument origin) {
    this.group = group;
    this.path = path;
    this.origin = origin;
  }

  /** The tree of at least one value. */
  static SetTree of(List<SetValue> values, Object group) {
    SetTree root = new SetTree(group, List.of(), new InArgument(values.get(0).argument()));
    values.forEach(root::set);
    return root;
  }

  private void set(SetValue value) {
    InArgument from = new InArgument(value.argument());
    SetTree node = this;
    for (Step step : value.path()) {
      node.origin = from;
      node = node.open(step, from);
    }
    node.assign(value.value(), from);
  }

  /** The child at a step; what was there in another form is replaced. */
  private SetTree open(Step step, InArgument from) {
    if (step instanceof Index index) {
      become(ValueKind.LIST);
      return items.computeIfAbsent(index.index(), i -> fresh(step, from));
    }
    become(ValueKind.MAP);
    return members.computeIfAbsent(step.name(), name -> fresh(step, from));
  }

  private void become(ValueKind wanted) {
    boolean isNew = !whole && members.isEmpty() && items.isEmpty();
    if (kind != wanted) {
      members.clear();
      items.clear();
      whole |= !isNew;
      kind = wanted;
      text = "";
    }
  }

  private SetTree fresh(Step step, InArgument from) {
    List<Step> longer = new ArrayList<>(path);
    longer.add(step);
    return new SetTree(group, longer, from);
  }

  private void assign(YamlNode value, InArgument from) {
    members.clear();
    items.clear();
    whole = true;
    origin = from;
    text = "";
    if (value instanceof YamlSequence sequence) {
      kind = ValueKind.LIST;
      for (int i = 0; i < sequence.items().size(); i++) {
        open(new Index(i), from).assign(sequence.items().get(i), from);
      }
    } else if (value instanceof YamlScalar scalar) {
      kind = FileValue.kind(scalar);
      text = scalar.isNull() ? "" : scalar.text();
    }
  }

  @Override
  public ValueKind kind() {
    return kind;
  }

  @Override
  public Optional<SetTree> child(String name) {
    return Optional.ofNullable(
        kind == ValueKind.LIST ? items.get(Indices.parse(name)) : members.get(name));
  }

  @Override
  public Collection<String> keys() {
    return members.keySet();
  }

  @Override
  public int size() {
    return items.isEmpty() ? 0 : items.lastKey() + 1;
  }

  @Override
  public Object group() {
    return group;
  }

  @Override
  public boolean isWhole() {
    return whole;
  }

  @Override
  public ValuePlace place() {
    return new ValuePlace(kind, text, path, origin);
  }
}
