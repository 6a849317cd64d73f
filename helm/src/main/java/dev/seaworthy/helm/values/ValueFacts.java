package dev.seaworthy.helm.values;

import dev.seaworthy.helm.values.Symbol.Dict;
import dev.seaworthy.helm.values.Symbol.Items;
import dev.seaworthy.helm.values.Symbol.Literal;
import dev.seaworthy.helm.values.Symbol.Value;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What templates would learn of symbols. */
record ValueFacts(ValueLayers layers) {

  /** An element of what {@code range} goes through. */
  record Element(Symbol key, Symbol value) {

    static final Element UNKNOWN = new Element(Symbol.UNKNOWN, Symbol.UNKNOWN);
  }

  Element element(Symbol collection, int index) {
    if (collection instanceof Items items) {
      return index < items.items().size()
          ? new Element(new Literal(Integer.toString(index)), items.items().get(index))
          : Element.UNKNOWN;
    }
    if (collection instanceof Dict dict) {
      List<String> keys = List.copyOf(new TreeSet<>(dict.entries().keySet()));
      return member(dict, keys, index);
    }
    if (!(collection instanceof Value value)) {
      return Element.UNKNOWN;
    }
    if (layers.size(value.path()).isPresent()) {
      String step = Integer.toString(index);
      return new Element(new Literal(step), value.field(step));
    }
    return layers
        .keys(value.path())
        .map(keys -> member(value, keys, index))
        .orElse(Element.UNKNOWN);
  }

  private static Element member(Symbol map, List<String> keys, int index) {
    return index < keys.size()
        ? new Element(new Literal(keys.get(index)), map.field(keys.get(index)))
        : Element.UNKNOWN;
  }

  /** Whether a condition on a symbol holds, as Go has it: what is empty or zero is false. */
  Optional<Boolean> truth(Symbol symbol) {
    if (symbol instanceof Value value) {
      return truth(value);
    }
    if (symbol instanceof Literal literal) {
      return Optional.of(!List.of("", "0", "false", "nil").contains(literal.text()));
    }
    if (symbol instanceof Symbol.Because because) {
      return truth(new Literal(because.text()));
    }
    return symbol instanceof Symbol.Root ? Optional.of(true) : Optional.empty();
  }

  private Optional<Boolean> truth(Value value) {
    Optional<ValuePlace> place = layers.find(value.path());
    if (place.isEmpty()) {
      return layers.isKnown(value.path()) ? Optional.of(false) : Optional.empty();
    }
    return switch (place.get().kind()) {
      case MAP -> layers.keys(value.path()).map(keys -> !keys.isEmpty());
      case LIST -> Optional.of(layers.size(value.path()).orElse(0) > 0);
      case NULL -> Optional.of(false);
      case STRING -> Optional.of(!place.get().text().isEmpty());
      case BOOLEAN -> Optional.of(Scalars.isTrue(place.get()));
      case INTEGER, FLOAT -> Optional.of(!Scalars.equal(place.get(), "0"));
    };
  }
}
