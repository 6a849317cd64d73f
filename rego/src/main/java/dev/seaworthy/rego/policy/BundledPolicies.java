package dev.seaworthy.rego.policy;

import dev.seaworthy.rego.CompiledPolicy;
import dev.seaworthy.rego.EvaluationOptions;
import dev.seaworthy.rego.PreparedQuery;
import dev.seaworthy.rego.RegoCompiler;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.syntax.Module;
import dev.seaworthy.rego.syntax.RegoParser;
import dev.seaworthy.rego.syntax.RegoVersion;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The bundled rules that are written in Rego. */
public final class BundledPolicies {

  /** Sorted: adding a policy is one line here. */
  private static final List<String> POLICIES =
      List.of(
          "apparmor_profile_missing",
          "apparmor_unconfined",
          "capabilities_drop_all_missing",
          "capability_added_other_than_net_bind_service",
          "capability_added_outside_default_set",
          "container_runtime_socket",
          "control_plane_toleration",
          "cpu_limit_missing",
          "cpu_request_missing",
          "dangerous_capability_added",
          "default_service_account_bound",
          "deprecated_service_account_field",
          "ephemeral_container_present",
          "hardened_runtime_class_missing",
          "host_aliases",
          "host_ipc",
          "host_network",
          "host_path_mount_not_recursively_read_only",
          "host_path_not_allowlisted",
          "host_path_sub_path",
          "host_path_volume",
          "host_pid",
          "host_port",
          "image_not_pinned_by_digest",
          "image_tag_latest_or_missing",
          "interactive_tty_or_stdin",
          "liveness_probe_missing",
          "memory_limit_missing",
          "memory_request_missing",
          "namespace_without_pod_security_label",
          "node_name_pinned",
          "persistent_volume_host_path",
          "privileged_container_port",
          "probe_or_lifecycle_host",
          "proc_mount_unmasked",
          "projected_token_audience_missing",
          "projected_token_long_lived",
          "raw_block_device",
          "readiness_probe_missing",
          "registry_not_allowed",
          "restricted_volume_type",
          "scc_allows_privileged",
          "seccomp_not_runtime_default",
          "seccomp_profile_missing",
          "seccomp_unconfined",
          "secret_literal_in_env",
          "secret_ref_in_env",
          "selinux_custom_options",
          "sensitive_host_path",
          "service_account_object_automounts",
          "shared_process_namespace",
          "ssh_port_exposed",
          "sudo_in_entrypoint",
          "sysctl_value_injection",
          "unsafe_sysctl",
          "user_namespace_not_enabled",
          "windows_host_process",
          "writable_host_path_mount",
          "writable_root_filesystem");

  /** Files of the package that policies share. */
  private static final List<String> LIBRARY =
      List.of(
          "lib",
          "capabilities",
          "host_paths",
          "images",
          "objects",
          "ports",
          "resources",
          "secrets",
          "tokens");

  /** What is ours in {@code data}. */
  static final String DATA = "seaworthy";

  /** The facts, under {@link #DATA}. */
  static final String FACTS = "facts";

  /** Files that the build makes, see {@link Packaging}. */
  static final String INDEX = "policies.index";

  static final String FACTS_FILE = "facts.json";

  /** What the names of bundled files start with. */
  private static final String FOLDER = "seaworthy/";

  private static final EvaluationOptions OPTIONS =
      EvaluationOptions.builder().steps(PolicySet.DEFAULT_STEPS).build();

  private BundledPolicies() {}

  /** All of them, whatever the profile, sorted by id. */
  public static List<Rule> rules() {
    return Rules.ALL;
  }

  /**
   * Compiles the recommended policies, which otherwise happens when the first of them is to judge.
   * For programs that have something else to do meanwhile.
   */
  public static void prepare() {
    Compiled.of(Profile.RECOMMENDED);
  }

  /** Made when somebody asks for the rules: of the index, so that no policy need be parsed yet. */
  private static final class Rules {

    static final List<Rule> ALL =
        open(INDEX).map(Rules::indexed).orElseGet(BundledPolicies::parsedRules);

    private static List<Rule> indexed(InputStream index) {
      PolicySources sources = new PolicySources(BundledPolicies::text);
      List<Rule> rules = new ArrayList<>();
      PolicyIndex.read(text(index))
          .forEach(
              (policy, metadata) ->
                  rules.add(
                      new PolicyRule(
                          metadata,
                          new BundledQuery(reference(policy), metadata.profile()),
                          new RegoLocation(file("policies/" + policy), 1, 1, 0, 0),
                          sources)));
      return List.copyOf(rules);
    }

    private static String reference(String policy) {
      return "data.seaworthy.rules." + policy + "." + RuleFactory.FINDINGS;
    }
  }

  /** The rules as the policies themselves describe them. */
  static List<Rule> parsedRules() {
    PolicySources sources = new PolicySources(BundledPolicies::text);
    PolicyRules reader =
        new PolicyRules(
            reference -> new BundledQuery(reference, Profile.ALL),
            sources,
            new RuleFactory(sources, ""),
            Set.of());
    List<Module> modules = POLICIES.stream().map(name -> parse("policies/" + name, true)).toList();
    List<Rule> rules = new ArrayList<>();
    for (PolicyPackage policy : PolicyPackage.of(modules)) {
      rules.addAll(
          reader.rules(
              policy,
              problem -> {
                throw new IllegalStateException(problem.toString());
              }));
    }
    return List.copyOf(rules);
  }

  /** The names of the files of policies, sorted. */
  static List<String> names() {
    return POLICIES;
  }

  /** The policies of a profile, compiled together when the first of them is to judge. */
  private static final class Compiled {

    private static final Map<Profile, CompiledPolicy> POLICIES_OF = new ConcurrentHashMap<>();

    static CompiledPolicy of(Profile profile) {
      return POLICIES_OF.computeIfAbsent(profile, Compiled::compile);
    }

    private static CompiledPolicy compile(Profile profile) {
      // parsing takes a good part of a start, and has nothing to wait for
      List<Module> modules =
          files(profile).parallelStream().map(file -> parse(file, false)).toList();
      RegoCompiler.Builder compiler = RegoCompiler.builder().data(withFacts(RegoObject.EMPTY));
      modules.forEach(compiler::module);
      try {
        return compiler.compile();
      } catch (RegoException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    }

    private static List<String> files(Profile profile) {
      List<String> files = new ArrayList<>();
      LIBRARY.forEach(name -> files.add("lib/" + name));
      for (int i = 0; i < POLICIES.size(); i++) {
        if (profile == Profile.ALL || Rules.ALL.get(i).metadata().profile() == profile) {
          files.add("policies/" + POLICIES.get(i));
        }
      }
      return files;
    }
  }

  /** A rule of the compiled policies, compiled as a query when it is to judge. */
  private static final class BundledQuery implements Judgement.Evaluator {

    private final String reference;
    private final Profile profile;
    private volatile @Nullable PreparedQuery prepared;

    /**
     * @param profile the profile whose policies it is compiled with
     */
    BundledQuery(String reference, Profile profile) {
      this.reference = reference;
      this.profile = profile;
    }

    @Override
    public Optional<RegoValue> evaluate(RegoValue input, RegoObject more) throws RegoException {
      PreparedQuery query = prepared;
      if (query == null) {
        query = Compiled.of(profile).query(reference);
        prepared = query;
      }
      return query.value(input, OPTIONS);
    }
  }

  /** The helpers that all policies can use. */
  static List<Module> library() {
    return LIBRARY.stream().map(name -> parse("lib/" + name, false)).toList();
  }

  /** Base data with the facts that policies find under {@code data.seaworthy.facts}. */
  static RegoObject withFacts(RegoObject data) {
    RegoValue facts =
        open(FACTS_FILE).map(in -> PackagedFacts.read(text(in))).orElseGet(PackagedFacts::original);
    RegoObject ours = RegoObject.builder().put(FACTS, facts).build();
    return data.with(new RegoString(DATA), ours);
  }

  private static Module parse(String name, boolean withMetadata) {
    SourceText text = text(file(name)).orElseThrow();
    try {
      return withMetadata
          ? RegoParser.parseModule(text.name(), text.text(), RegoVersion.V1)
          : RegoParser.parseWithoutMetadata(text.name(), text.text(), RegoVersion.V1);
    } catch (RegoException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** What errors call a file. */
  private static String file(String name) {
    return FOLDER + name + ".rego";
  }

  /** The text of a file as errors call it. */
  private static Optional<SourceText> text(String file) {
    return open(file.substring(FOLDER.length())).map(in -> new SourceText(file, text(in)));
  }

  private static Optional<InputStream> open(String resource) {
    return Optional.ofNullable(
        BundledPolicies.class.getResourceAsStream("/dev/seaworthy/rego/" + resource));
  }

  private static String text(InputStream in) {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("a bundled policy cannot be read", e);
    }
  }
}
