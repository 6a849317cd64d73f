package dev.seaworthy.rego.policy;

import dev.seaworthy.rego.CompiledPolicy;
import dev.seaworthy.rego.RegoCompiler;
import dev.seaworthy.rego.RegoError;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.bundle.PolicyModule;
import dev.seaworthy.rego.bundle.WasmBundle;
import dev.seaworthy.rego.syntax.Module;
import dev.seaworthy.rego.syntax.RegoParser;
import dev.seaworthy.rego.syntax.RegoVersion;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compiles somebody's policies, without those that do not compile. */
final class PolicySetCompilation {

  private final PolicySet.Builder settings;
  private final PolicySources sources;
  private final RuleFactory factory;
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final List<Rule> rules = new ArrayList<>();
  private final TakenNames names;

  PolicySetCompilation(PolicySet.Builder settings) {
    this.settings = settings;
    Map<String, SourceText> texts = new HashMap<>();
    for (PolicyModule module : settings.files.modules()) {
      texts.put(module.file(), new SourceText(module.file(), module.text()));
    }
    this.sources = new PolicySources(file -> Optional.ofNullable(texts.get(file)));
    this.factory = new RuleFactory(sources, settings.folder);
    this.names = new TakenNames(settings.taken);
    problems.addAll(settings.files.problems());
  }

  PolicySet run() {
    Map<String, Module> modules = new LinkedHashMap<>();
    for (PolicyModule file : settings.files.modules()) {
      parse(file)
          .filter(module -> !isReserved(module))
          .ifPresent(module -> modules.put(file.file(), module));
    }
    if (settings.files.data().get(BundledPolicies.DATA) != null) {
      problems.add(
          sources.problem(
              Optional.empty(),
              "the data under '" + BundledPolicies.DATA + "' is not read: Seaworthy's own is there",
              "Put it under another name."));
    }
    if (problems.isEmpty() && settings.files.wasm().isEmpty()) {
      checkNamespaces(modules);
    }
    compile(modules).ifPresent(policy -> addRules(policy, modules));
    WasmRules wasm = new WasmRules(settings.wasm, sources, factory, problems::add);
    for (WasmBundle bundle : settings.files.wasm()) {
      RegoLocation place = new RegoLocation(bundle.file(), 1, 1, 0, 0);
      wasm.rules(bundle).forEach(rule -> add(rule, place));
    }
    if (rules.isEmpty() && problems.isEmpty()) {
      problems.add(noRules(modules));
    }
    List<Rule> sorted =
        rules.stream().sorted(Comparator.comparing((Rule rule) -> rule.metadata().id())).toList();
    return new PolicySet(sorted, problems.stream().sorted().toList());
  }

  private Optional<Module> parse(PolicyModule file) {
    try {
      return Optional.of(RegoParser.parseModule(file.file(), file.text(), file.version()));
    } catch (RegoException e) {
      try {
        return Optional.of(RegoParser.parseModule(file.file(), file.text(), RegoVersion.V0));
      } catch (RegoException old) {
        report(e);
        return Optional.empty();
      }
    }
  }

  /** Whether a file adds to the helpers or the facts, which the bundled rules rely on. */
  private boolean isReserved(Module module) {
    List<String> path = module.packagePath();
    boolean reserved =
        path.size() > 1
            && path.get(0).equals(BundledPolicies.DATA)
            && (path.get(1).equals("lib") || path.get(1).equals(BundledPolicies.FACTS));
    if (reserved) {
      problems.add(
          sources.problem(
              Optional.of(module.packageLocation()),
              "the package '" + String.join(".", path) + "' is Seaworthy's own",
              "The rules of this file do not run. Give the package another name."));
    }
    return reserved;
  }

  /** Compiles all that compiles together: whatever depends on a broken file is broken as well. */
  private Optional<CompiledPolicy> compile(Map<String, Module> modules) {
    RegoObject data = BundledPolicies.withFacts(settings.files.data());
    List<Module> library = BundledPolicies.library();
    while (!modules.isEmpty()) {
      RegoCompiler.Builder compiler = RegoCompiler.builder().data(data);
      library.forEach(compiler::module);
      modules.values().forEach(compiler::module);
      try {
        return Optional.of(compiler.compile());
      } catch (RegoException e) {
        report(e);
        boolean removed = modules.keySet().removeAll(files(e));
        if (!removed) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static Set<String> files(RegoException e) {
    return e.errors().stream()
        .map(RegoError::location)
        .flatMap(Optional::stream)
        .map(place -> place.file())
        .collect(Collectors.toSet());
  }

  private void report(RegoException e) {
    e.errors().forEach(error -> problems.add(sources.notCompiled(error)));
  }

  private void addRules(CompiledPolicy policy, Map<String, Module> modules) {
    PolicyRules reader =
        new PolicyRules(
            query -> new PolicyQuery(policy.query(query), policy.data(), settings.options),
            sources,
            factory,
            settings.namespaces);
    for (PolicyPackage candidate : PolicyPackage.of(modules.values())) {
      reader.rules(candidate, problems::add).forEach(rule -> add(rule, candidate.place()));
    }
  }

  private void add(Rule rule, RegoLocation place) {
    Optional<String> conflict = names.add(rule.metadata());
    if (conflict.isEmpty()) {
      rules.add(rule);
    } else {
      problems.add(
          sources.problem(
              Optional.of(place),
              conflict.get(),
              "This one does not run. Give it a name of its own under 'custom' in its metadata."));
    }
  }

  /** A namespace that is not there, as by a slip of the pen, would silently judge nothing. */
  private void checkNamespaces(Map<String, Module> modules) {
    List<String> packages = packages(modules);
    for (String namespace : settings.namespaces) {
      if (!packages.contains(namespace) && !namespace.equals(PolicySet.CONFTEST_NAMESPACE)) {
        problems.add(
            sources.problem(
                Optional.empty(),
                "no policy has the package '" + namespace + "', which is named as a namespace",
                "Choose from " + String.join(", ", packages) + "."));
      }
    }
  }

  private static List<String> packages(Map<String, Module> modules) {
    return PolicyPackage.of(modules.values()).stream().map(PolicyPackage::name).toList();
  }

  private Problem noRules(Map<String, Module> modules) {
    List<String> packages = packages(modules);
    return sources.problem(
        Optional.empty(),
        packages.isEmpty()
            ? "there is no policy in what was named"
            : "the policies hold no rule; their packages are " + String.join(", ", packages),
        "Name a set 'findings', or say with --namespace which packages have 'deny', 'warn' or"
            + " 'violation'.");
  }
}
