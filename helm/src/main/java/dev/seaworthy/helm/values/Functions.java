package dev.seaworthy.helm.values;

import dev.seaworthy.helm.values.Symbol.Because;
import dev.seaworthy.helm.values.Symbol.Dict;
import dev.seaworthy.helm.values.Symbol.Items;
import dev.seaworthy.helm.values.Symbol.Literal;
import dev.seaworthy.helm.values.Symbol.Templated;
import dev.seaworthy.helm.values.Symbol.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Helm's <a href="https://helm.sh/docs/chart_template_guide/function_list/">functions</a> make
 * of symbols. A text that is made of a value stands for the value: who uses it compares.
 */
final class Functions {

  /** Functions whose result is their last argument, in another form or a part of it. */
  private static final Set<String> OF_LAST =
      Set.of(
          ("quote squote toString toYaml toYamlPretty toJson toPrettyJson toRawJson "
                  + "toToml nindent indent trim trimAll trimSuffix trimPrefix trunc abbrev upper "
                  + "lower title replace regexReplaceAll regexReplaceAllLiteral int int64 float64 "
                  + "atoi toDecimal required fromYaml fromJson fromYamlArray fromJsonArray join "
                  + "sortAlpha uniq compact deepCopy mustDeepCopy mustToYaml mustToJson "
                  + "mustToPrettyJson b64dec html js print println wrap kebabcase snakecase")
              .split(" "));

  /** Functions whose result is their first argument, or a part of it. */
  private static final Set<String> OF_FIRST =
      Set.of("omit", "pick", "without", "mustWithout", "unset", "rest", "initial");

  /** Functions that put their arguments together, the first one winning. */
  private static final Set<String> OF_ALL =
      Set.of(("printf cat concat append prepend merge mustMerge mustAppend").split(" "));

  private final ValueFacts values;

  Functions(ValueFacts values) {
    this.values = values;
  }

  Symbol call(String name, List<Symbol> arguments) {
    int count = arguments.size();
    if (OF_ALL.contains(name)) {
      return Symbol.anyOf(name.equals("printf") && count > 0 ? rest(arguments) : arguments);
    }
    if (OF_LAST.contains(name)) {
      return count == 0 ? Symbol.UNKNOWN : arguments.get(count - 1);
    }
    if (OF_FIRST.contains(name)) {
      return count == 0 ? Symbol.UNKNOWN : arguments.get(0);
    }
    return switch (name) {
      case "dict" -> dict(arguments);
      case "list", "tuple" -> new Items(List.copyOf(arguments));
      case "tpl" -> count == 2 ? new Templated(arguments.get(0)) : Symbol.UNKNOWN;
      case "index", "get" -> index(arguments);
      case "dig" -> dig(arguments);
      case "pluck" -> pluck(arguments);
      case "first", "last" -> end(name, arguments);
      case "set" -> set(arguments);
      case "default" -> count == 2 ? orElse(arguments.get(1), arguments.get(0)) : Symbol.UNKNOWN;
      case "coalesce", "or" -> firstOf(arguments);
      case "and" -> and(arguments);
      case "ternary" -> count == 3 ? ternary(arguments) : Symbol.UNKNOWN;
      case "mergeOverwrite", "mustMergeOverwrite" -> Symbol.anyOf(reversed(arguments));
      default -> Symbol.UNKNOWN;
    };
  }

  private static List<Symbol> rest(List<Symbol> arguments) {
    return arguments.subList(1, arguments.size());
  }

  private static List<Symbol> reversed(List<Symbol> arguments) {
    List<Symbol> reversed = new ArrayList<>(arguments);
    Collections.reverse(reversed);
    return reversed;
  }

  private static Symbol dict(List<Symbol> arguments) {
    Map<String, Symbol> entries = new HashMap<>();
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      if (arguments.get(i) instanceof Literal key) {
        entries.put(key.text(), arguments.get(i + 1));
      }
    }
    return new Dict(Map.copyOf(entries));
  }

  private static Symbol set(List<Symbol> arguments) {
    if (arguments.size() != 3
        || !(arguments.get(0) instanceof Dict dict)
        || !(arguments.get(1) instanceof Literal key)) {
      return Symbol.UNKNOWN;
    }
    Map<String, Symbol> entries = new HashMap<>(dict.entries());
    entries.put(key.text(), arguments.get(2));
    return new Dict(Map.copyOf(entries));
  }

  private static Symbol index(List<Symbol> arguments) {
    Symbol symbol = arguments.isEmpty() ? Symbol.UNKNOWN : arguments.get(0);
    for (int i = 1; i < arguments.size(); i++) {
      symbol = step(symbol, arguments.get(i));
    }
    return symbol;
  }

  private static Symbol step(Symbol symbol, Symbol key) {
    if (!(key instanceof Literal literal)) {
      return Symbol.UNKNOWN;
    }
    int index = Indices.parse(literal.text());
    return symbol instanceof Items items && index >= 0 && index < items.items().size()
        ? items.items().get(index)
        : symbol.field(literal.text());
  }

  /** {@code dig "a" "b" default map}. */
  private Symbol dig(List<Symbol> arguments) {
    int count = arguments.size();
    if (count < 3) {
      return Symbol.UNKNOWN;
    }
    List<Symbol> steps = new ArrayList<>(List.of(arguments.get(count - 1)));
    steps.addAll(arguments.subList(0, count - 2));
    return orElse(index(steps), arguments.get(count - 2));
  }

  /** {@code pluck "key" map map...}: a list of what the maps have under the key. */
  private static Symbol pluck(List<Symbol> arguments) {
    return arguments.isEmpty()
        ? Symbol.UNKNOWN
        : new Items(
            rest(arguments).stream().map(map -> index(List.of(map, arguments.get(0)))).toList());
  }

  private static Symbol end(String name, List<Symbol> arguments) {
    if (arguments.size() != 1) {
      return Symbol.UNKNOWN;
    }
    if (arguments.get(0) instanceof Items items && !items.items().isEmpty()) {
      return items.items().get(name.equals("first") ? 0 : items.items().size() - 1);
    }
    return name.equals("first") ? arguments.get(0).field("0") : Symbol.UNKNOWN;
  }

  /** A value, or what stands in for it. */
  private Symbol orElse(Symbol value, Symbol fallback) {
    Optional<Boolean> isSet = values.truth(value);
    if (isSet.isEmpty()) {
      return Symbol.anyOf(List.of(value, fallback));
    }
    return isSet.get() ? value : because(fallback, value, true);
  }

  /** A literal is there because of a value; anything else speaks for itself. */
  private static Symbol because(Symbol chosen, Symbol decider, boolean isDefault) {
    return chosen instanceof Literal literal && decider instanceof Value value
        ? new Because(literal.text(), value, isDefault)
        : chosen;
  }

  private Symbol firstOf(List<Symbol> arguments) {
    if (arguments.isEmpty()) {
      return Symbol.UNKNOWN;
    }
    Symbol chosen = arguments.get(arguments.size() - 1);
    for (int i = arguments.size() - 2; i >= 0; i--) {
      chosen = orElse(arguments.get(i), chosen);
    }
    return chosen;
  }

  private Symbol and(List<Symbol> arguments) {
    for (Symbol argument : arguments) {
      if (!values.truth(argument).orElse(true)) {
        return argument;
      }
    }
    return arguments.isEmpty() ? Symbol.UNKNOWN : arguments.get(arguments.size() - 1);
  }

  private Symbol ternary(List<Symbol> arguments) {
    Symbol condition = arguments.get(2);
    return values
        .truth(condition)
        .map(holds -> because(arguments.get(holds ? 0 : 1), condition, false))
        .orElseGet(() -> Symbol.anyOf(arguments.subList(0, 2)));
  }
}
