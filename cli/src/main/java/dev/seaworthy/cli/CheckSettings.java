package dev.seaworthy.cli;

import dev.seaworthy.config.Configuration;
import dev.seaworthy.config.FailOn;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.ConfiguredIgnore;
import dev.seaworthy.engine.IgnorePolicy;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.ReachRule;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.rules.JavaRules;
import dev.seaworthy.rules.podsecurity.PodSecurityRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.ParseResult;

/** What a run works with: where both speak, the command line wins over the file. */
final class CheckSettings {

  private static final int MAX_JOBS = 256;

  private final ParseResult arguments;
  private final Configuration configuration;

  CheckSettings(ParseResult arguments, Configuration configuration) {
    this.arguments = arguments;
    this.configuration = configuration;
  }

  /**
   * @param policies the rules to choose from
   * @param today asked for only if something can expire
   */
  Analyzer analyzer(Policies policies, Supplier<LocalDate> today) throws UsageException {
    ClusterProfile cluster = cluster();
    PodSecurityOption podSecurity = PodSecurityOption.of(arguments);
    Analyzer.Builder builder =
        Analyzer.builder()
            .rules(policies.rules())
            .rules(podSecurity.rules(cluster.version()))
            .selection(selection(policies, podSecurity.ruleIds(cluster.version())))
            .parameters(configuration.parameters())
            .cluster(cluster)
            .ignores(ignores(today))
            .limits(configuration.limits());
    Analyzer analyzer = build(builder);
    if (analyzer.activeRules().isEmpty()) {
      throw new UsageException("no rule is left to run");
    }
    return analyzer;
  }

  /**
   * An analyzer that finds out how far workloads reach, and nothing else. What findings somebody
   * accepted makes no difference to that.
   */
  Analyzer reachAnalyzer() throws UsageException {
    List<Rule> rules = JavaRules.all().stream().filter(ReachRule.class::isInstance).toList();
    List<String> ids = rules.stream().map(rule -> rule.metadata().id()).toList();
    return build(
        Analyzer.builder()
            .rules(rules)
            .selection(new RuleSelection(Profile.NONE, Map.of(), ids, List.of(), Map.of()))
            .cluster(cluster())
            .ignores(IgnorePolicy.NONE)
            .limits(configuration.limits()));
  }

  private Analyzer build(Analyzer.Builder builder) throws UsageException {
    return arguments.hasMatchedOption(ScanOptions.JOBS)
        ? builder.parallelism(jobs()).build()
        : builder.build();
  }

  FailOn failOn() {
    return arguments.matchedOptionValue(CheckOptions.FAIL_ON, configuration.failOn());
  }

  /** What somebody names runs, also where the profile has none of the bundled rules. */
  private RuleSelection selection(Policies policies, List<String> podSecurity)
      throws UsageException {
    RuleCatalog catalog = policies.catalog();
    RuleSelection configured = configuration.selection();
    Profile profile = arguments.matchedOptionValue(CheckOptions.PROFILE, configured.profile());
    boolean none = arguments.hasMatchedOption(CheckOptions.PROFILE) && profile == Profile.NONE;
    Map<String, Boolean> enabled = new LinkedHashMap<>();
    enabled.put(PodSecurityRules.id("*"), false);
    podSecurity.forEach(id -> enabled.put(id, true));
    policies.ownIds().forEach(id -> enabled.put(id, true));
    enabled.putAll(none ? Map.of() : configured.enabled());
    List<String> skip = new ArrayList<>(configured.skip());
    skip.addAll(known(CheckOptions.SKIP_RULE, catalog));
    List<String> only = new ArrayList<>(known(CheckOptions.RULE, catalog));
    if (!only.isEmpty()) {
      only.addAll(podSecurity);
    }
    return new RuleSelection(
        profile, enabled, only.isEmpty() ? configured.only() : only, skip, configured.severities());
  }

  private List<String> known(String option, RuleCatalog catalog) throws UsageException {
    List<String> names = arguments.matchedOptionValue(option, List.of());
    for (String name : names) {
      RuleNames.named(catalog, name);
    }
    return names;
  }

  /** What is assumed of the cluster. */
  ClusterProfile cluster() throws UsageException {
    if (!arguments.hasMatchedOption(ScanOptions.KUBERNETES_VERSION)) {
      return configuration.cluster().profile();
    }
    String version = arguments.matchedOptionValue(ScanOptions.KUBERNETES_VERSION, "");
    try {
      return configuration.cluster().withVersion(KubernetesVersion.parse(version)).profile();
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private int jobs() throws UsageException {
    int jobs = arguments.matchedOptionValue(ScanOptions.JOBS, 1);
    if (jobs < 1 || jobs > MAX_JOBS) {
      throw new UsageException("option '--jobs' needs a number from 1 to " + MAX_JOBS);
    }
    return jobs;
  }

  private IgnorePolicy ignores(Supplier<LocalDate> today) {
    if (arguments.hasMatchedOption(CheckOptions.NO_IGNORES)) {
      return IgnorePolicy.NONE;
    }
    List<ConfiguredIgnore> ignores = configuration.ignores();
    boolean canExpire = ignores.stream().anyMatch(ignore -> ignore.expires().isPresent());
    return new IgnorePolicy(true, ignores, canExpire ? Optional.of(today.get()) : Optional.empty());
  }
}
