package dev.seaworthy.helm.values;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an expression of a template stands for, as far as that is known without running it. */
sealed interface Symbol {

  Symbol UNKNOWN = new Unknown();

  /** How many options are followed. */
  int MAX_OPTIONS = 16;

  /** The member of a map. */
  default Symbol field(String name) {
    return UNKNOWN;
  }

  default Symbol fields(List<String> names) {
    Symbol symbol = this;
    for (String name : names) {
      symbol = symbol.field(name);
    }
    return symbol;
  }

  /** One of several, the likeliest first. */
  static Symbol anyOf(List<Symbol> symbols) {
    Set<Symbol> options = new LinkedHashSet<>();
    for (Symbol symbol : symbols) {
      if (symbol instanceof Choice choice) {
        options.addAll(choice.options());
      } else if (symbol != UNKNOWN) {
        options.add(symbol);
      }
    }
    if (options.isEmpty()) {
      return UNKNOWN;
    }
    List<Symbol> some = options.stream().limit(MAX_OPTIONS).toList();
    return some.size() == 1 ? some.get(0) : new Choice(some);
  }

  /** Anything. */
  record Unknown() implements Symbol {}

  /** The context that a template file gets: {@code .Values}, {@code .Release}, ... */
  record Root() implements Symbol {
    @Override
    public Symbol field(String name) {
      return name.equals("Values") ? new Value(List.of()) : UNKNOWN;
    }
  }

  /** What stands at a path in the values, if anything. */
  record Value(List<String> path) implements Symbol {
    @Override
    public Symbol field(String name) {
      List<String> longer = new ArrayList<>(path);
      longer.add(name);
      return new Value(List.copyOf(longer));
    }
  }

  /** A text, number or boolean of the template. */
  record Literal(String text) implements Symbol {}

  /**
   * A text of the template that is there because of a value.
   *
   * @param text the text
   * @param decider the value
   * @param isDefault whether it is there because the value is not
   */
  record Because(String text, Value decider, boolean isDefault) implements Symbol {

    /** The text as it comes out. */
    Optional<String> shown() {
      return Optional.of(text);
    }
  }

  /** A map that the template makes. */
  record Dict(Map<String, Symbol> entries) implements Symbol {
    @Override
    public Symbol field(String name) {
      return entries.getOrDefault(name, UNKNOWN);
    }
  }

  /** A list that the template makes. */
  record Items(List<Symbol> items) implements Symbol {}

  /** What a text renders to that is a template itself. */
  record Templated(Symbol template) implements Symbol {}

  /** One of several. */
  record Choice(List<Symbol> options) implements Symbol {
    @Override
    public Symbol field(String name) {
      return anyOf(options.stream().map(option -> option.field(name)).toList());
    }
  }
}
