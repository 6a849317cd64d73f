package dev.seaworthy.rego.policy;

import dev.seaworthy.model.Facts;
import dev.seaworthy.rego.CompiledPolicy;
import dev.seaworthy.rego.EvaluationOptions;
import dev.seaworthy.rego.PreparedQuery;
import dev.seaworthy.rego.RegoCompiler;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.syntax.Module;
import dev.seaworthy.rego.syntax.RegoParser;
import dev.seaworthy.rego.syntax.RegoVersion;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.rego.value.RegoYaml;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bundled rules that are written in Rego. */
public final class BundledPolicies {

  /** Sorted: adding a policy is one line here. */
  private static final List<String> POLICIES =
      List.of(
          "capabilities_drop_all_missing",
          "container_runtime_socket",
          "cpu_limit_missing",
          "cpu_request_missing",
          "dangerous_capability_added",
          "image_not_pinned_by_digest",
          "image_tag_latest_or_missing",
          "liveness_probe_missing",
          "memory_limit_missing",
          "memory_request_missing",
          "readiness_probe_missing",
          "registry_not_allowed",
          "seccomp_profile_missing",
          "secret_literal_in_env",
          "secret_ref_in_env",
          "writable_host_path_mount",
          "writable_root_filesystem");

  /** Files of the package that policies share. */
  private static final List<String> LIBRARY = List.of("lib", "images", "resources", "secrets");

  /** What is ours in {@code data}. */
  static final String DATA = "seaworthy";

  /** The facts, under {@link #DATA}. */
  static final String FACTS = "facts";

  private static final EvaluationOptions OPTIONS =
      EvaluationOptions.builder().steps(PolicySet.DEFAULT_STEPS).build();

  private BundledPolicies() {}

  /** All of them, whatever the profile, sorted by id. */
  public static List<Rule> rules() {
    return Parsed.RULES;
  }

  /**
   * Compiles the policies, which otherwise happens when the first of them is to judge. For programs
   * that have something else to do meanwhile.
   */
  public static void prepare() {
    Compiled.POLICY.data();
  }

  /** Parsed when somebody asks for the rules. */
  private static final class Parsed {

    static final Map<String, SourceText> TEXTS = new LinkedHashMap<>();
    static final List<Module> LIBRARY_MODULES =
        LIBRARY.stream().map(name -> parse("lib/" + name)).toList();
    static final List<Module> POLICY_MODULES =
        POLICIES.stream().map(name -> parse("policies/" + name)).toList();
    static final List<Rule> RULES = makeRules();

    private static Module parse(String name) {
      SourceText text = new SourceText("seaworthy/" + name + ".rego", resource(name + ".rego"));
      TEXTS.put(text.name(), text);
      try {
        return RegoParser.parseModule(text.name(), text.text(), RegoVersion.V1);
      } catch (RegoException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    }

    private static List<Rule> makeRules() {
      PolicySources sources = new PolicySources(TEXTS);
      PolicyRules reader =
          new PolicyRules(BundledQuery::new, sources, new RuleFactory(sources, ""), Set.of());
      List<Rule> rules = new ArrayList<>();
      for (PolicyPackage policy : PolicyPackage.of(POLICY_MODULES)) {
        rules.addAll(
            reader.rules(
                policy,
                problem -> {
                  throw new IllegalStateException(problem.toString());
                }));
      }
      return List.copyOf(rules);
    }
  }

  /** Compiled when the first of them is to judge. */
  private static final class Compiled {

    static final CompiledPolicy POLICY = compile();

    private static CompiledPolicy compile() {
      RegoCompiler.Builder compiler = RegoCompiler.builder().data(withFacts(RegoObject.EMPTY));
      Parsed.LIBRARY_MODULES.forEach(compiler::module);
      Parsed.POLICY_MODULES.forEach(compiler::module);
      try {
        return compiler.compile();
      } catch (RegoException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    }
  }

  /** A rule of the compiled policies, compiled as a query when it is to judge. */
  private static final class BundledQuery implements Judgement.Evaluator {

    private final String reference;
    private volatile @Nullable PreparedQuery prepared;

    BundledQuery(String reference) {
      this.reference = reference;
    }

    @Override
    public Optional<RegoValue> evaluate(RegoValue input, RegoObject more) throws RegoException {
      PreparedQuery query = prepared;
      if (query == null) {
        query = Compiled.POLICY.query(reference);
        prepared = query;
      }
      return query.value(input, OPTIONS);
    }
  }

  /** The helpers that all policies can use. */
  static List<Module> library() {
    return Parsed.LIBRARY_MODULES;
  }

  /** Base data with the facts that policies find under {@code data.seaworthy.facts}. */
  static RegoObject withFacts(RegoObject data) {
    RegoObject.Builder facts = RegoObject.builder();
    for (String name : Facts.names()) {
      facts.put(name, RegoYaml.of(Facts.about(name)));
    }
    RegoObject ours = RegoObject.builder().put(FACTS, facts.build()).build();
    return data.with(new RegoString(DATA), ours);
  }

  private static String resource(String path) {
    try (InputStream in =
        BundledPolicies.class.getResourceAsStream("/dev/seaworthy/rego/" + path)) {
      if (in == null) {
        throw new IllegalStateException("the resource '" + path + "' is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the resource '" + path + "' cannot be read", e);
    }
  }
}
