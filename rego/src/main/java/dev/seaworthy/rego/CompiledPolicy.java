package dev.seaworthy.rego;

import dev.seaworthy.rego.compile.Policy;
import dev.seaworthy.rego.eval.Program;
import dev.seaworthy.rego.syntax.Module;
import dev.seaworthy.rego.syntax.RegoParser;
import dev.seaworthy.rego.syntax.RegoVersion;
import dev.seaworthy.rego.trace.TracePoint;
import dev.seaworthy.rego.value.RegoObject;
import java.util.List;
import java.util.Optional;

/** A policy that is ready to be asked. Immutable; safe for any number of threads. */
public final class CompiledPolicy {

  private final Policy policy;
  private final List<Module> modules;
  private final RegoVersion version;
  private final RegoObject data;

  CompiledPolicy(Policy policy, List<Module> modules, RegoVersion version, RegoObject data) {
    this.policy = policy;
    this.modules = List.copyOf(modules);
    this.version = version;
    this.data = data;
  }

  /** The modules that were compiled, by file. */
  public List<Module> modules() {
    return modules;
  }

  /** The parts that a trace can come to; none if the policy cannot be traced. */
  public List<TracePoint> tracePoints() {
    return policy.tracePoints();
  }

  /** The base document of {@code data} for evaluations that bring none of their own. */
  public RegoObject data() {
    return data;
  }

  /**
   * Compiles a query such as {@code data.app.deny}, to be evaluated any number of times.
   *
   * @throws RegoException if it cannot be parsed or does not compile
   */
  public PreparedQuery query(String query) throws RegoException {
    return prepare(() -> policy.query(RegoParser.parseQuery(query, version)));
  }

  /**
   * Compiles a query that uses names as a module does.
   *
   * @param packageName the package whose rules it may name, such as {@code app.users}
   * @param imports what it imports, such as {@code data.lib as l}
   * @throws RegoException if it, the package or an import cannot be parsed or does not compile
   */
  public PreparedQuery query(String query, String packageName, List<String> imports)
      throws RegoException {
    StringBuilder module = new StringBuilder("package ").append(packageName).append('\n');
    imports.forEach(imported -> module.append("import ").append(imported).append('\n'));
    Module scope = RegoParser.parseModule("", module.toString(), version);
    return prepare(() -> policy.query(RegoParser.parseQuery(query, version), modules, scope));
  }

  @FunctionalInterface
  private interface Compilation {
    Program compile() throws RegoException;
  }

  private PreparedQuery prepare(Compilation compilation) throws RegoException {
    try {
      return new PreparedQuery(compilation.compile(), data);
    } catch (StackOverflowError e) {
      throw new RegoException(
          new RegoError("rego_compile_error", Optional.empty(), "the query is nested too deeply"));
    }
  }
}
