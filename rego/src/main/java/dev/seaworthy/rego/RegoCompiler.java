package dev.seaworthy.rego;

import dev.seaworthy.rego.builtin.Builtin;
import dev.seaworthy.rego.compile.Policy;
import dev.seaworthy.rego.syntax.Module;
import dev.seaworthy.rego.syntax.RegoParser;
import dev.seaworthy.rego.syntax.RegoVersion;
import dev.seaworthy.rego.value.RegoObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compiles policies.
 *
 * <pre>{@code
 * CompiledPolicy policy =
 *     RegoCompiler.builder()
 *         .module("allow.rego", "package app\n\nallow if input.user == \"alice\"")
 *         .compile();
 * PreparedQuery query = policy.query("data.app.allow");
 * Optional<RegoValue> allowed = query.value(RegoValue.of(Map.of("user", "alice")));
 * }</pre>
 */
public final class RegoCompiler {

  private RegoCompiler() {}

  public static Builder builder() {
    return new Builder();
  }

  /** Collects what a policy consists of. */
  public static final class Builder {

    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final List<Module> modules = new ArrayList<>();
    private final List<Builtin> builtins = new ArrayList<>();
    private RegoVersion version = RegoVersion.V1;
    private boolean traceable;
    private RegoObject data = RegoObject.EMPTY;

    private Builder() {}

    /**
     * Adds a file.
     *
     * @param file what errors call it; a file of the same name is replaced
     */
    public Builder module(String file, String text) {
      sources.put(file, new Source(text, Optional.empty()));
      return this;
    }

    /** Adds a file as of {@link #module(String, String)} that is in a grammar of its own. */
    public Builder module(String file, String text, RegoVersion grammar) {
      sources.put(file, new Source(text, Optional.of(grammar)));
      return this;
    }

    /** Adds a module that is parsed already. */
    public Builder module(Module module) {
      modules.add(module);
      return this;
    }

    /**
     * Adds a built-in that policies may call, or one in the place of a built-in that is there, or
     * that is left out, such as {@code http.send}.
     */
    public Builder builtin(Builtin builtin) {
      builtins.add(builtin);
      return this;
    }

    /** The grammar of files; that of OPA since 1.0 unless told otherwise. */
    public Builder version(RegoVersion grammar) {
      version = grammar;
      return this;
    }

    /**
     * Makes a policy that tells {@linkplain EvaluationOptions#tracer() who follows} it what it
     * does; it is slower, also if nobody does.
     */
    public Builder traceable() {
      traceable = true;
      return this;
    }

    /** The base document of {@code data}, for evaluations that bring none of their own. */
    public Builder data(RegoObject document) {
      data = document;
      return this;
    }

    /**
     * Compiles the modules.
     *
     * @throws RegoException if files cannot be parsed, or modules do not compile
     */
    public CompiledPolicy compile() throws RegoException {
      List<Module> all = new ArrayList<>(modules);
      List<RegoError> errors = new ArrayList<>();
      for (Map.Entry<String, Source> source : sources.entrySet()) {
        try {
          all.add(parse(source.getKey(), source.getValue()));
        } catch (RegoException e) {
          errors.addAll(e.errors());
        }
      }
      if (!errors.isEmpty()) {
        throw new RegoException(errors);
      }
      all.sort(Comparator.comparing(Module::file));
      return new CompiledPolicy(compile(all), all, version, data);
    }

    private Module parse(String file, Source source) throws RegoException {
      return RegoParser.parseModule(file, source.text(), source.version().orElse(version));
    }

    private Policy compile(List<Module> modules) throws RegoException {
      try {
        return Policy.compile(modules, builtins, traceable);
      } catch (StackOverflowError e) {
        throw new RegoException(
            new RegoError("rego_compile_error", Optional.empty(), "a module is nested too deeply"));
      }
    }
  }

  /** The text of a file, and its grammar if it has one of its own. */
  private record Source(String text, Optional<RegoVersion> version) {}
}
