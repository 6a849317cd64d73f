package dev.seaworthy.rego;

import dev.seaworthy.rego.compile.Policy;
import dev.seaworthy.rego.syntax.Module;
import dev.seaworthy.rego.syntax.RegoParser;
import dev.seaworthy.rego.syntax.RegoVersion;
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
    try {
      return new PreparedQuery(policy.query(RegoParser.parseQuery(query, version)), data);
    } catch (StackOverflowError e) {
      throw new RegoException(
          new RegoError("rego_compile_error", Optional.empty(), "the query is nested too deeply"));
    }
  }
}
