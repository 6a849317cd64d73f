package dev.seaworthy.rego.policy;

import dev.seaworthy.rego.EvaluationOptions;
import dev.seaworthy.rego.bundle.PolicyFiles;
import dev.seaworthy.rego.bundle.WasmRuntime;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.source.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The rules of somebody's own policies.
 *
 * <p>A package with a set {@code findings} is one rule. In the namespaces of Conftest each {@code
 * deny}, {@code warn} and {@code violation} is one, with any name after an underscore. All other
 * packages are there to be used by these.
 *
 * @param rules the rules, sorted by id
 * @param problems what is wrong with policies, with the place; the rules of the other files are
 *     there nevertheless
 */
public record PolicySet(List<Rule> rules, List<Problem> problems) {

  /** The namespace of Conftest unless told otherwise. */
  public static final String CONFTEST_NAMESPACE = "main";

  /** The steps that one policy may take for one object unless told otherwise. */
  public static final long DEFAULT_STEPS = 5_000_000;

  public PolicySet {
    rules = List.copyOf(rules);
    problems = List.copyOf(problems);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects policies and how to read them. */
  public static final class Builder {

    PolicyFiles files = new PolicyFiles(List.of(), RegoObject.EMPTY, List.of(), List.of());
    final Set<String> namespaces = new LinkedHashSet<>();
    final List<RuleMetadata> taken = new ArrayList<>();
    Supplier<Optional<WasmRuntime>> wasm = () -> ServiceLoader.load(WasmRuntime.class).findFirst();
    String folder = "";
    EvaluationOptions options = EvaluationOptions.builder().steps(DEFAULT_STEPS).build();

    private Builder() {}

    /**
     * The policies and their data. A file that is no Rego of version 1 is read as version 0, if it
     * is that. The bundled helpers, {@code data.seaworthy.lib}, are there for all.
     */
    public Builder files(PolicyFiles read) {
      files = read;
      return this;
    }

    /** Packages with rules in Conftest's style; {@link #CONFTEST_NAMESPACE} if none is named. */
    public Builder namespaces(Collection<String> packages) {
      namespaces.addAll(packages);
      return this;
    }

    /** Other rules that are going to run: a policy whose names are in conflict is a problem. */
    public Builder taken(Collection<RuleMetadata> rules) {
      taken.addAll(rules);
      return this;
    }

    /**
     * What runs policies that were compiled to WebAssembly; asked only if there is one. By default
     * the first that {@link ServiceLoader} finds: the artifact {@code seaworthy-rego-wasm} brings
     * one.
     */
    public Builder wasm(Supplier<Optional<WasmRuntime>> value) {
      wasm = value;
      return this;
    }

    /**
     * The folder that the names of analysed files are relative to: policies in Conftest's style see
     * it in {@code data.conftest.file.dir}, which is relative as well if there is none.
     */
    public Builder folder(Path path) {
      folder = path.toString().replace(path.getFileSystem().getSeparator(), "/");
      return this;
    }

    /** How to evaluate each policy on each object. */
    public Builder options(EvaluationOptions value) {
      options = value;
      return this;
    }

    /** Compiles the policies. Whatever is wrong with one of them is a problem of the result. */
    public PolicySet build() {
      if (namespaces.isEmpty()) {
        namespaces.add(CONFTEST_NAMESPACE);
      }
      return new PolicySetCompilation(this).run();
    }
  }
}
