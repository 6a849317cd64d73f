package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.builtin.Builtin;
import dev.seaworthy.rego.eval.Program;
import dev.seaworthy.rego.syntax.Body;
import dev.seaworthy.rego.syntax.Module;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Compiled modules. Immutable: queries are linked to it without changing it. */
public final class Policy {

  private final Linker linker;

  private Policy(Linker linker) {
    this.linker = linker;
  }

  /**
   * Compiles modules. Their names and the order they come in do not matter.
   *
   * @param builtins what the embedder adds to the built-ins
   * @throws RegoException with the errors of the first step that found some
   */
  public static Policy compile(List<Module> modules, List<Builtin> builtins) throws RegoException {
    return new Policy(new Compilation(modules, new BuiltinTable(builtins)).link());
  }

  /** Compiles a query. */
  public Program query(Body query) throws RegoException {
    return new QueryCompilation(linker.forQuery()).compile(query);
  }

  /** The steps that modules go through. */
  private static final class Compilation {

    private final List<Module> modules;
    private final BuiltinTable builtins;
    private final List<RuleDraft> drafts = new ArrayList<>();
    private final List<RuleDraft> all = new ArrayList<>();
    private final Names names = new Names();
    private final Problems problems = new Problems();

    Compilation(List<Module> modules, BuiltinTable builtins) {
      this.modules = modules;
      this.builtins = builtins;
      for (Module module : modules) {
        for (int i = 0; i < module.rules().size(); i++) {
          drafts.add(RuleDraft.of(module, i));
        }
      }
      drafts.forEach(draft -> all.addAll(draft.chain()));
    }

    Linker link() throws RegoException {
      resolve();
      Functions functions = new Functions(tree(), builtins);
      rewrite(functions);
      check(functions);
      expand(functions);
      new Recursion(functions.root(), problems).check(drafts);
      problems.check();
      Linker linker = new Linker(functions);
      new RulePlanner(linker).planAll(functions.root());
      return linker;
    }

    private void resolve() throws RegoException {
      all.forEach(new RootShadowing(problems)::rule);
      modules.forEach(module -> Globals.checkImports(module, problems));
      Globals globals = new Globals(modules);
      Map<Module, Resolver> resolvers = new IdentityHashMap<>();
      for (RuleDraft draft : all) {
        resolvers
            .computeIfAbsent(draft.module(), module -> new Resolver(globals.of(module), builtins))
            .rule(draft);
      }
      problems.check();
      Locals locals = new Locals(names, problems);
      drafts.forEach(locals::rule);
      problems.check();
    }

    private RuleNode tree() {
      List<List<RegoValue>> packages = modules.stream().map(Conflicts::path).toList();
      return RuleNode.tree(drafts, packages);
    }

    private void rewrite(Functions functions) throws RegoException {
      TextRewriter texts = new TextRewriter(functions, names, problems);
      all.forEach(texts::rule);
      problems.check();
    }

    private void check(Functions functions) throws RegoException {
      new Conflicts(functions.root(), problems).check(modules);
      problems.check();
      WithChecks withs = new WithChecks(functions, problems);
      all.forEach(withs::walk);
      problems.check();
      CallChecks calls = new CallChecks(functions, problems);
      all.forEach(calls::noteReplacements);
      all.forEach(calls::walk);
      Types types = new Types(problems);
      all.forEach(types::walk);
      problems.check();
    }

    private void expand(Functions functions) throws RegoException {
      Expander expander = new Expander(names, functions, new Metadata(modules));
      all.forEach(expander::rule);
      Safety safety = new Safety(functions, problems);
      all.forEach(safety::rule);
      problems.check();
      all.forEach(new Equals()::rule);
    }
  }
}
