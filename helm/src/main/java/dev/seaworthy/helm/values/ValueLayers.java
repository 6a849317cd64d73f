package dev.seaworthy.helm.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The values that a chart's templates see as {@code .Values}, and who set each of them. Immutable.
 *
 * <p>They are put together as Helm does it: an argument wins over values files, the last of these
 * over the ones before, then come the values of the parent charts for a subchart, the chart's own
 * come last. Maps are merged, everything else is replaced, {@code null} takes a value away. What
 * stands under {@code global} reaches all subcharts, where it wins over theirs.
 *
 * <p>What a chart takes from its dependencies with {@code import-values} is not known: below these
 * keys nothing is found, unless it is set more strongly.
 */
public final class ValueLayers {

  private static final String GLOBAL = "global";

  private final Coalesced root;

  private ValueLayers(Coalesced root) {
    this.root = root;
  }

  /**
   * The values of the chart that is installed.
   *
   * @param own the chart's own {@code values.yaml}, if it has one
   * @param files values files, a later one winning over those before
   * @param sets what arguments set, a later one winning over those before; Helm puts those of
   *     {@code --set-string} after those of {@code --set}
   * @param imported the paths under which the chart imports values of its dependencies: an empty
   *     path for all of its values
   */
  public static ValueLayers of(
      Optional<ValuesFile> own,
      List<ValuesFile> files,
      List<SetValue> sets,
      List<List<String>> imported) {
    Object user = new Object();
    List<LayerValue> layers = new ArrayList<>();
    if (!sets.isEmpty()) {
      layers.add(SetTree.of(sets, user));
    }
    for (int i = files.size() - 1; i >= 0; i--) {
      layers.add(FileValue.root(files.get(i), user));
    }
    addChart(layers, own, imported);
    return new ValueLayers(new Coalesced(layers));
  }

  /**
   * The values of a subchart.
   *
   * @param name its alias, or its name if it has none
   * @param own as for {@link #of}, of the subchart
   * @param imported as for {@link #of}, of the subchart
   */
  public ValueLayers forSubchart(
      String name, Optional<ValuesFile> own, List<List<String>> imported) {
    List<LayerValue> layers = new ArrayList<>();
    Optional<Coalesced> given = root.child(name).filter(Coalesced::isMap);
    Optional<Coalesced> givenGlobals = given.flatMap(values -> values.child(GLOBAL));
    root.child(GLOBAL)
        .filter(Coalesced::isMap)
        .ifPresent(
            inherited ->
                GlobalValue.layers(inherited, givenGlobals)
                    .forEach(global -> layers.add(new GlobalValue.Holder(GLOBAL, global))));
    given.ifPresent(values -> layers.addAll(values.layers()));
    addChart(layers, own, imported);
    return new ValueLayers(new Coalesced(layers));
  }

  private static void addChart(
      List<LayerValue> layers, Optional<ValuesFile> own, List<List<String>> imported) {
    if (!imported.isEmpty()) {
      layers.add(new ImportedValue(imported.stream().map(List::copyOf).toList()));
    }
    own.ifPresent(file -> layers.add(FileValue.root(file, new Object())));
  }

  /**
   * The effective value at a path: keys of maps, and indices of lists in decimal digits.
   *
   * @return nothing if there is no such value, or if it is not known
   */
  public Optional<ValuePlace> find(List<String> path) {
    return at(path).flatMap(Coalesced::place);
  }

  /** The keys of the map at a path, sorted as {@code range} goes through them, if there is one. */
  public Optional<List<String>> keys(List<String> path) {
    return at(path).flatMap(Coalesced::keys);
  }

  /** The length of the list at a path, if there is one. */
  public OptionalInt size(List<String> path) {
    return at(path).map(Coalesced::size).orElse(OptionalInt.empty());
  }

  /** Whether it is known what stands at a path, be it nothing. */
  boolean isKnown(List<String> path) {
    return at(path).map(value -> value.place().isPresent()).orElse(true);
  }

  private Optional<Coalesced> at(List<String> path) {
    Optional<Coalesced> found = root.layers().isEmpty() ? Optional.empty() : Optional.of(root);
    for (String step : path) {
      found = found.flatMap(value -> value.child(step));
    }
    return found;
  }
}
