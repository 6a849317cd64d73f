package dev.seaworthy.cli;

import dev.seaworthy.rego.CompiledPolicy;
import dev.seaworthy.rego.RegoCompiler;
import dev.seaworthy.rego.RegoError;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.bundle.PolicyFiles;
import dev.seaworthy.rego.bundle.PolicyModule;
import dev.seaworthy.rego.bundle.PolicyReader;
import dev.seaworthy.rego.bundle.WasmBundle;
import dev.seaworthy.rego.syntax.RegoVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The policies that a {@code rego} command is about. */
final class RegoPolicy {

  private static final String V0 = "--v0-compatible";
  private static final String BUNDLE = "--bundle";

  private final RegoVersion version;
  private final PolicyFiles files;

  private RegoPolicy(RegoVersion version, PolicyFiles files) {
    this.version = version;
    this.files = files;
  }

  static void addVersionTo(CommandSpec spec) {
    spec.addOption(Options.flag(V0, "Read policies and queries in the grammar before OPA 1.0."));
  }

  /** Adds the options and operands of commands that are about files. */
  static void addTo(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1..*")
            .required(true)
            .paramLabel("PATH")
            .description("Files, folders and bundles (.tar.gz).")
            .build());
    spec.addOption(
        Options.flag(
            BUNDLE, "-b", "Read folders as bundles: only 'data.json' and 'data.yaml' are data."));
    addVersionTo(spec);
  }

  static RegoVersion version(ParseResult arguments) {
    return arguments.hasMatchedOption(V0) ? RegoVersion.V0 : RegoVersion.V1;
  }

  /** Reads what the operands name. */
  static RegoPolicy read(ParseResult arguments, Environment environment) throws UsageException {
    List<String> operands = arguments.matchedPositionalValue(0, List.of());
    boolean bundles = arguments.hasMatchedOption(BUNDLE);
    return bundles
        ? read(arguments, environment, List.of(), operands)
        : read(arguments, environment, operands, List.of());
  }

  /** Reads files as data and policies, and others as bundles. */
  static RegoPolicy read(
      ParseResult arguments, Environment environment, List<String> files, List<String> bundles)
      throws UsageException {
    RegoVersion version = version(arguments);
    PolicyReader reader = PolicyReader.in(environment.workingDirectory()).version(version);
    return new RegoPolicy(version, reader.files(paths(files)).bundles(paths(bundles)).read());
  }

  private static List<Path> paths(List<String> operands) throws UsageException {
    List<Path> paths = new ArrayList<>();
    for (String operand : operands) {
      paths.add(Operands.path(operand));
    }
    return paths;
  }

  /** The texts of the modules, by file. */
  Map<String, String> texts() {
    Map<String, String> texts = new HashMap<>();
    files.modules().forEach(module -> texts.put(module.file(), module.text()));
    return texts;
  }

  List<PolicyModule> modules() {
    return files.modules();
  }

  /**
   * Compiles what was read.
   *
   * @param traceable whether evaluations are to be followed
   * @throws RegoException if something could not be read or does not compile
   */
  CompiledPolicy compile(boolean traceable) throws RegoException {
    List<RegoError> errors = new ArrayList<>(files.errors());
    for (WasmBundle bundle : files.wasm()) {
      errors.add(
          new RegoError(
              "rego_load_error",
              Optional.empty(),
              "'" + bundle.file() + "' is WebAssembly, which this command does not run"));
    }
    RegoCompiler.Builder compiler = files.toCompiler().version(version);
    try {
      CompiledPolicy policy = (traceable ? compiler.traceable() : compiler).compile();
      if (errors.isEmpty()) {
        return policy;
      }
    } catch (RegoException e) {
      errors.addAll(e.errors());
    }
    throw new RegoException(errors);
  }
}
