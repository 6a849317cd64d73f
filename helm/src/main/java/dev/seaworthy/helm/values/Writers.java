package dev.seaworthy.helm.values;

import dev.seaworthy.helm.template.Frame;
import dev.seaworthy.helm.template.MarkedOutput;
import dev.seaworthy.helm.template.TemplateNode.Action;
import dev.seaworthy.helm.values.Symbol.Because;
import dev.seaworthy.helm.values.Symbol.Choice;
import dev.seaworthy.helm.values.Symbol.Templated;
import dev.seaworthy.helm.values.Symbol.Value;
import dev.seaworthy.source.FieldTrace;
import dev.seaworthy.source.FieldTrace.Step;
import dev.seaworthy.source.RelatedPlace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The actions that wrote a field, and the values that they wrote. */
final class Writers {

  private final MarkedOutput output;
  private final Trails trails;
  private final Evaluator evaluator;
  private final ValueLayers layers;
  private final Teller teller;

  Writers(
      MarkedOutput output, Trails trails, Evaluator evaluator, ValueLayers layers, Teller teller) {
    this.output = output;
    this.trails = trails;
    this.evaluator = evaluator;
    this.layers = layers;
    this.teller = teller;
  }

  /** The values behind a field that is written. */
  List<RelatedPlace> written(FieldTrace field) {
    Step last = last(field);
    Set<RelatedPlace> told = new LinkedHashSet<>();
    for (Frame action : actions(last)) {
      List<Symbol> options = options(action);
      for (List<String> rest : inside(field, action)) {
        List<RelatedPlace> found = written(last, action, options, rest);
        told.addAll(found);
        if (!found.isEmpty()) {
          break;
        }
      }
    }
    return List.copyOf(told);
  }

  private List<RelatedPlace> written(
      Step last, Frame action, List<Symbol> options, List<String> rest) {
    boolean whole = action.start() <= last.valueStart() && action.end() >= last.end();
    int from = Math.max(action.start(), last.valueStart());
    Optional<String> text = content(from, Math.min(action.end(), last.end()));
    List<RelatedPlace> parts = new ArrayList<>();
    for (Symbol option : options) {
      if (option instanceof Because because && rest.isEmpty() && text.equals(because.shown())) {
        return List.of(
            because.isDefault()
                ? teller.hasDefault(because.decider(), action)
                : teller.decides(because.decider(), action));
      }
      if (!(untemplated(option).fields(rest) instanceof Value value)) {
        continue;
      }
      Optional<ValuePlace> place = layers.find(value.path());
      boolean templated = option instanceof Templated;
      if (place.filter(found -> isWritten(found, text, templated)).isPresent()) {
        return List.of(whole ? teller.decides(value, action) : teller.isPart(value, action));
      }
      if (place.isPresent()
          && text.filter(content -> Scalars.isPart(place.get(), content)).isPresent()) {
        parts.add(teller.isPart(value, action));
      }
    }
    return parts;
  }

  private static Symbol untemplated(Symbol option) {
    return option instanceof Templated templated ? templated.template() : option;
  }

  /**
   * @param text what was rendered, if that is a single value
   * @param templated whether the value is a template, which may render to anything
   */
  private static boolean isWritten(ValuePlace place, Optional<String> text, boolean templated) {
    boolean isCollection = place.kind() == ValueKind.MAP || place.kind() == ValueKind.LIST;
    if (text.isEmpty() || isCollection) {
      return text.isEmpty() && isCollection;
    }
    return Scalars.equal(place, text.get()) || templated && place.text().contains("{{");
  }

  /** The values that would have a field that is missing. */
  List<RelatedPlace> lacking(FieldTrace field) {
    Step parent = last(field);
    String key = field.missing().get(0);
    List<Frame> trail = output.trail(parent.valueStart());
    if (trail.isEmpty() || !isAction(trail.get(0)) || trail.get(0).end() < parent.end()) {
      return List.of();
    }
    Frame action = trail.get(0);
    for (List<String> rest : inside(field, action)) {
      for (Symbol option : options(action)) {
        if (untemplated(option).fields(rest) instanceof Value value && lacks(value, key)) {
          return List.of(teller.lacks(value, key, action));
        }
      }
    }
    return List.of();
  }

  private boolean lacks(Value map, String key) {
    List<String> member = ((Value) map.field(key)).path();
    return layers.find(map.path()).filter(place -> place.kind() == ValueKind.MAP).isPresent()
        && layers.isKnown(member)
        && layers.find(member).filter(place -> place.kind() != ValueKind.NULL).isEmpty();
  }

  /** The actions that wrote a value or parts of it, without those that others did it for. */
  private List<Frame> actions(Step field) {
    List<Frame> actions = new ArrayList<>();
    List<Frame> trail = output.trail(field.valueStart());
    if (!trail.isEmpty() && isAction(trail.get(0))) {
      actions.add(trail.get(0));
    }
    if (content(field.valueStart(), field.end()).isPresent()) {
      for (Frame frame : output.within(field.valueStart(), field.end())) {
        boolean isInnermost = isAction(frame) && !frame.isEmpty();
        if (isInnermost
            && output.trail(frame.start()).get(0) == frame
            && !actions.contains(frame)) {
          actions.add(frame);
        }
      }
    }
    return actions;
  }

  private static boolean isAction(Frame frame) {
    return frame.kind() == Frame.Kind.ACTION && frame.node().orElse(null) instanceof Action;
  }

  private List<Symbol> options(Frame frame) {
    if (!(frame.node().orElse(null) instanceof Action action)) {
      return List.of();
    }
    List<Symbol> options = new ArrayList<>();
    collect(evaluator.value(action.pipeline(), trails.scope(frame)), options);
    return options;
  }

  private static void collect(Symbol symbol, List<Symbol> options) {
    if (symbol instanceof Choice choice) {
      choice.options().forEach(option -> collect(option, options));
    } else if (symbol instanceof Templated templated
        && templated.template() instanceof Choice choice) {
      choice.options().forEach(option -> options.add(new Templated(option)));
    } else {
      options.add(symbol);
    }
  }

  /**
   * The steps of a field that an action wrote, and so are steps in its value. Where an item starts
   * together with what it holds, the item itself may be written by the template.
   */
  private static List<List<String>> inside(FieldTrace field, Frame action) {
    List<Step> steps = field.steps();
    int first = 0;
    while (first < steps.size() && steps.get(first).start() < action.start()) {
      first++;
    }
    List<List<String>> ways = new ArrayList<>();
    List<String> names = steps.subList(first, steps.size()).stream().map(Step::name).toList();
    ways.add(names);
    while (first < steps.size() && steps.get(first).start() == action.start()) {
      first++;
      names = names.subList(1, names.size());
      ways.add(names);
    }
    return ways;
  }

  private Optional<String> content(int start, int end) {
    return Scalars.content(output.text().substring(start, Math.max(start, end)));
  }

  private static Step last(FieldTrace field) {
    return field.steps().get(field.steps().size() - 1);
  }
}
