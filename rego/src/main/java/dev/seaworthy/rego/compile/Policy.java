package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.builtin.Builtin;
import dev.seaworthy.rego.eval.Program;
import dev.seaworthy.rego.syntax.Body;
import dev.seaworthy.rego.syntax.Module;
import dev.seaworthy.rego.syntax.Term;
import dev.seaworthy.rego.trace.TracePoint;
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
   * @param traceable whether evaluations can be followed
   * @throws RegoException with the errors of the first step that found some
   */
  public static Policy compile(List<Module> modules, List<Builtin> builtins, boolean traceable)
      throws RegoException {
    return new Policy(new Compilation(modules, new BuiltinTable(builtins)).link(traceable));
  }

  /** The parts that a trace can come to; none if evaluations cannot be followed. */
  public List<TracePoint> tracePoints() {
    return List.copyOf(linker.tracePoints());
  }

  /** Compiles a query. */
  public Program query(Body query) throws RegoException {
    return new QueryCompilation(linker.forQuery(), Map.of()).compile(query);
  }

  /**
   * Compiles a query that sees what a module sees.
   *
   * @param modules those of the policy
   * @param scope a module of the package, with the imports
   */
  public Program query(Body query, List<Module> modules, Module scope) throws RegoException {
    Map<String, Term> names = new Globals(modules).of(scope);
    return new QueryCompilation(linker.forQuery(), names).compile(query);
  }

  /** The steps that modules go through. */
  private static final class Compilation {

    private static final int MAX_DEPTH = 500;

    private final List<Module> modules;
    private final BuiltinTable builtins;
    private final List<RuleDraft> drafts = new ArrayList<>();
    private final List<RuleDraft> all = new ArrayList<>();
    private final Names names = new Names();
    private final Problems problems = new Problems();

    /** Errors of types come after all others. */
    private final Problems typeProblems = new Problems();

    Compilation(List<Module> modules, BuiltinTable builtins) {
      this.modules = modules;
      this.builtins = builtins;
      for (Module module : modules) {
        for (int i = 0; i < module.rules().size(); i++) {
          drafts.add(RuleDraft.of(module, i));
        }
      }
      for (RuleDraft draft : drafts) {
        all.addAll(draft.chain());
      }
    }

    Linker link(boolean traceable) throws RegoException {
      resolve();
      Functions functions = new Functions(tree(), builtins);
      rewrite(functions);
      check(functions);
      expand(functions);
      new Recursion(functions.root(), problems).check(drafts);
      problems.check();
      typeProblems.check();
      Linker linker = new Linker(functions, traceable);
      new RulePlanner(linker).planAll(functions.root());
      return linker;
    }

    private void resolve() throws RegoException {
      for (Module module : modules) {
        Globals.checkImports(module, problems);
      }
      Globals globals = new Globals(modules);
      Map<Module, Resolver> resolvers = new IdentityHashMap<>();
      for (RuleDraft draft : all) {
        resolvers
            .computeIfAbsent(draft.module(), module -> new Resolver(globals.of(module), builtins))
            .rule(draft);
      }
      checkDepth();
      problems.check();
      V1Restrictions restrictions = new V1Restrictions(problems);
      all.forEach(restrictions::check);
      problems.check();
      Locals locals = new Locals(names, problems);
      for (RuleDraft draft : drafts) {
        locals.rule(draft);
      }
      problems.check();
    }

    /** Packages and rules make a tree: it must not be a mere chain, deeper than any stack. */
    private void checkDepth() {
      for (Module module : modules) {
        if (module.packagePath().size() > MAX_DEPTH) {
          problems.compile(module.packageLocation(), "package is nested too deeply");
        }
      }
      for (RuleDraft draft : drafts) {
        if (draft.ref.size() > MAX_DEPTH) {
          problems.compile(draft.location(), "name of rule is nested too deeply");
        }
      }
    }

    private RuleNode tree() {
      List<List<RegoValue>> packages = Lists.map(modules, Conflicts::path);
      return RuleNode.tree(drafts, packages);
    }

    private void rewrite(Functions functions) throws RegoException {
      TextRewriter texts = new TextRewriter(functions, names, problems);
      for (RuleDraft draft : all) {
        texts.rule(draft);
      }
      problems.check();
    }

    private void check(Functions functions) throws RegoException {
      new Conflicts(functions.root(), problems).check(modules);
      problems.check();
      WithChecks withs = new WithChecks(functions, problems);
      for (RuleDraft draft : all) {
        withs.walk(draft);
      }
      problems.check();
      CallChecks calls = new CallChecks(functions, problems);
      for (RuleDraft draft : all) {
        calls.noteReplacements(draft);
      }
      for (RuleDraft draft : all) {
        calls.walk(draft);
      }
      problems.check();
      Types types = new Types(functions, typeProblems);
      for (RuleDraft draft : all) {
        types.walk(draft);
      }
    }

    private void expand(Functions functions) throws RegoException {
      Expander expander = new Expander(names, functions, new Metadata(modules));
      Safety safety = new Safety(functions, problems);
      for (RuleDraft draft : all) {
        expander.rule(draft);
      }
      all.forEach(safety::head);
      problems.check();
      all.forEach(safety::body);
      problems.check();
      Equals equals = new Equals();
      for (RuleDraft draft : all) {
        equals.rule(draft);
      }
    }
  }
}
