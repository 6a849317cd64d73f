package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.syntax.Module;
import dev.seaworthy.rego.syntax.Rule;
import dev.seaworthy.rego.syntax.Term;
import dev.seaworthy.rego.value.RegoString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What names mean outside of rules: the rules of a package, and imports. */
final class Globals {

  private static final Set<String> LANGUAGE = Set.of("rego", "future");

  /** The names of rules by package. */
  private final Map<List<String>, Set<String>> rules = new HashMap<>();

  Globals(List<Module> modules) {
    for (Module module : modules) {
      Set<String> names = rules.computeIfAbsent(module.packagePath(), path -> new HashSet<>());
      for (Rule rule : module.rules()) {
        names.add(RuleDraft.name(rule.head()));
      }
    }
  }

  /** What the names in a module stand for. */
  Map<String, Term> of(Module module) {
    Map<String, Term> globals = new HashMap<>();
    for (String name : rules.getOrDefault(module.packagePath(), Set.of())) {
      globals.put(name, reference(module.packagePath(), name, module.packageLocation()));
    }
    for (Module.Import imported : module.imports()) {
      if (!isOfLanguage(imported)) {
        globals.put(name(imported), imported.path());
      }
    }
    return globals;
  }

  private static Term reference(List<String> path, String name, RegoLocation location) {
    List<Term> steps = new ArrayList<>();
    for (String step : path) {
      steps.add(Terms.string(step, location));
    }
    steps.add(Terms.string(name, location));
    return new Term.Ref(new Term.Var("data", location), steps, location);
  }

  private static boolean isOfLanguage(Module.Import imported) {
    return LANGUAGE.stream().anyMatch(root -> Terms.startsWith(imported.path(), root));
  }

  /** The name that an import gives to what it imports. */
  private static String name(Module.Import imported) {
    return imported.alias().orElseGet(() -> lastStep(imported.path()));
  }

  private static String lastStep(Term path) {
    if (path instanceof Term.Ref ref) {
      Term last = ref.path().get(ref.path().size() - 1);
      return last instanceof Term.Scalar scalar && scalar.value() instanceof RegoString string
          ? string.value()
          : "";
    }
    return ((Term.Var) path).name();
  }

  /** Reports imports of a name that another has taken. */
  static void checkImports(Module module, Problems problems) {
    Map<String, Module.Import> taken = new HashMap<>();
    for (Module.Import imported : module.imports()) {
      Module.Import before = taken.putIfAbsent(name(imported), imported);
      if (before != null) {
        problems.compile(imported.location(), "import must not shadow " + display(before));
      }
    }
  }

  private static String display(Module.Import imported) {
    String path = new Term.Call(imported.path(), List.of(), imported.location()).name();
    return "import " + path + imported.alias().map(alias -> " as " + alias).orElse("");
  }
}
