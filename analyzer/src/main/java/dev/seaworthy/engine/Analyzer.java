package dev.seaworthy.engine;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.rule.OncePerMessage;
import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.source.Discovery;
import dev.seaworthy.source.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges Kubernetes manifests. Immutable and thread-safe: build one, use it for everything.
 *
 * <p>Analysing is a pure function of the sources: no standard output, working directory,
 * environment, clock or network.
 */
public final class Analyzer {

  private final RuleCatalog catalog;
  private final Map<String, RuleMetadata> selected;
  private final ClusterProfile cluster;
  private final IgnorePolicy ignores;
  private final Limits limits;
  private final AnalysisRun.Parts parts;
  private final Set<String> saidOnce;

  private Analyzer(Builder builder) {
    this.catalog = catalogOf(builder.rules);
    List<Rule> rules = new RuleParameters(catalog, builder.parameters).applyTo(builder.rules);
    this.selected = builder.selection.resolve(catalog);
    this.saidOnce =
        rules.stream()
            .filter(OncePerMessage.class::isInstance)
            .map(rule -> rule.metadata().id())
            .collect(Collectors.toUnmodifiableSet());
    this.cluster = builder.cluster;
    this.ignores = builder.ignores;
    ignores.configured().forEach(ignore -> catalog.require(ignore.rule()));
    this.limits = builder.limits;
    RuleRunner runner = new RuleRunner(rules, selected, limits.maxReadsPerRule());
    this.parts =
        new AnalysisRun.Parts(
            runner, new SuppressionReader(catalog), cluster, limits, builder.parallelism);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The names of rules, with those that the engine itself reports about suppressions. */
  public static RuleCatalog catalogOf(Collection<? extends Rule> rules) {
    List<RuleMetadata> all = new ArrayList<>(SuppressionRules.ALL);
    rules.forEach(rule -> all.add(rule.metadata()));
    return new RuleCatalog(all);
  }

  /** The rules that run, severities as configured, sorted by id. */
  public List<RuleMetadata> activeRules() {
    return selected.values().stream().sorted(Comparator.comparing(RuleMetadata::id)).toList();
  }

  /** Analyses sources that are at hand. */
  public AnalysisResult analyze(Source... sources) {
    return analyze(Discovery.of(List.of(sources)));
  }

  /** Analyses what was found. */
  public AnalysisResult analyze(Discovery discovery) {
    return analyze(discovery, done -> {});
  }

  /**
   * Analyses what was found.
   *
   * <p>An interrupt of the calling thread ends the call, without a result. Other threads that take
   * part finish the source they are at and no more.
   *
   * @param progress told after each source how many are done, from any thread
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted before
   *     all sources are done; it stays interrupted
   */
  public AnalysisResult analyze(Discovery discovery, ProgressListener progress) {
    Suppressor suppressor = new Suppressor(ignores, catalog, selected, limits.maxFindingsPerRule());
    ResultCollector collector = new ResultCollector(suppressor, activeRules(), saidOnce);
    return new AnalysisRun(parts, suppressor, collector, progress).run(discovery);
  }

  /** Collects settings; whatever is not set has a sensible default. */
  public static final class Builder {

    private final List<Rule> rules = new ArrayList<>();
    private RuleSelection selection = RuleSelection.DEFAULT;
    private Map<String, Map<String, ParameterValue>> parameters = Map.of();
    private ClusterProfile cluster = ClusterProfile.DEFAULT;
    private IgnorePolicy ignores = IgnorePolicy.DEFAULT;
    private Limits limits = Limits.DEFAULT;
    private int parallelism = Runtime.getRuntime().availableProcessors();

    private Builder() {}

    /** Adds rules to choose from; call it once for each set of rules. */
    public Builder rules(Collection<? extends Rule> more) {
      rules.addAll(more);
      return this;
    }

    /** Which of the rules run: the recommended ones by default. */
    public Builder selection(RuleSelection value) {
      selection = value;
      return this;
    }

    /**
     * Values of rules' parameters other than the default ones: by the name of the parameter, by the
     * id of the rule.
     */
    public Builder parameters(Map<String, Map<String, ParameterValue>> value) {
      parameters = value;
      return this;
    }

    /** What is assumed of the cluster. */
    public Builder cluster(ClusterProfile value) {
      cluster = value;
      return this;
    }

    /** Which suppressions count: those in the files by default. */
    public Builder ignores(IgnorePolicy value) {
      ignores = value;
      return this;
    }

    /** Bounds on the work for one input. */
    public Builder limits(Limits value) {
      limits = value;
      return this;
    }

    /** How many threads work on one call, at least 1: by default one for each processor. */
    public Builder parallelism(int value) {
      parallelism = value;
      return this;
    }

    /**
     * @throws IllegalArgumentException if two rules share an id, the selection, a suppression or a
     *     parameter names an unknown rule, a parameter is unknown or of the wrong type, or the
     *     parallelism is below 1
     */
    public Analyzer build() {
      if (parallelism < 1) {
        throw new IllegalArgumentException("parallelism must be at least 1, not " + parallelism);
      }
      return new Analyzer(this);
    }
  }
}
