package dev.seaworthy.engine;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.source.InventoryEntry;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.RenderedText;
import dev.seaworthy.source.Rendering;
import dev.seaworthy.source.SourceMap;
import dev.seaworthy.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The analysis of one rendering. Each text is judged once, however many scenarios it comes out of,
 * and by the objects of each of them; what is found in several scenarios is one finding.
 */
final class RenderingAnalysis {

  private final Rendering rendering;
  private final Map<RenderedText, List<SourceAnalysis.Context>> contexts = new IdentityHashMap<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private final FindingSink<Hit> ofFiles;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param scanned the objects of the repository that rules look up
   * @param search finds such objects in what was rendered
   */
  RenderingAnalysis(
      Rendering rendering, ScannedObjects scanned, ObjectSearch search, int maxFindingsPerRule) {
    this.rendering = rendering;
    this.ofFiles = new FindingSink<>(maxFindingsPerRule);
    Map<RenderedText, List<KubernetesObject>> found = new IdentityHashMap<>();
    if (!search.isIdle()) {
      rendering.texts().forEach(text -> found.put(text, search.objects(text.text())));
    }
    Map<List<RenderedText>, ScannedObjects> known = new HashMap<>();
    for (String scenario : rendering.scenarios()) {
      List<RenderedText> others =
          rendering.texts().stream()
              .filter(text -> text.scenarios().contains(scenario))
              .filter(text -> !found.getOrDefault(text, List.of()).isEmpty())
              .toList();
      ScannedObjects objects =
          known.computeIfAbsent(
              others,
              texts -> scanned.with(texts.stream().flatMap(t -> found.get(t).stream()).toList()));
      rendering.texts().stream()
          .filter(text -> text.scenarios().contains(scenario))
          .forEach(text -> addContext(text, scenario, objects));
    }
  }

  private void addContext(RenderedText text, String scenario, ScannedObjects scanned) {
    List<SourceAnalysis.Context> known =
        contexts.computeIfAbsent(text, unused -> new ArrayList<>(1));
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i).scanned() == scanned) {
        List<String> scenarios = new ArrayList<>(known.get(i).scenarios());
        scenarios.add(scenario);
        known.set(i, new SourceAnalysis.Context(scenarios, scanned));
        return;
      }
    }
    known.add(new SourceAnalysis.Context(List.of(scenario), scanned));
  }

  /** Judges the files themselves. */
  RenderingAnalysis judgeFiles(RuleRunner runner) {
    runner.run(rendering, ofFiles, problems::add);
    return this;
  }

  List<RenderedText> texts() {
    return rendering.texts();
  }

  /** The other objects that a text is judged by, in each of its scenarios. */
  List<SourceAnalysis.Context> contexts(RenderedText text) {
    return contexts.getOrDefault(text, List.of());
  }

  /** Takes what became of a text; to be called in the order of the texts. */
  void add(Outcome outcome) {
    outcomes.add(outcome);
  }

  /** The objects of the first scenario, which stands for all where objects are judged together. */
  List<KubernetesObject> objects() {
    List<KubernetesObject> objects = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      if (texts().get(i).scenarios().contains(rendering.scenarios().get(0))) {
        objects.addAll(outcomes.get(i).objects());
      }
    }
    return objects;
  }

  /**
   * What is to be reported of all texts together.
   *
   * @param together findings of rules that look at all objects together
   * @param comments the suppressions in the files that the texts were made of
   * @param complete whether these rules could look at everything
   */
  RenderingResult close(
      List<FindingSink<Hit>> together,
      List<InlineSuppression> comments,
      boolean complete,
      Suppressor suppressor) {
    problems.addAll(ofFiles.problems(rendering.name()));
    List<InlineSuppression> suppressions = new ArrayList<>(comments);
    List<Hit> hits = new ArrayList<>(ofFiles.findings());
    for (Outcome outcome : outcomes) {
      problems.addAll(outcome.problems());
      suppressions.addAll(outcome.suppressions());
      hits.addAll(outcome.hits());
    }
    for (FindingSink<Hit> sink : together) {
      sink.findings().forEach(hit -> hits.add(hit.in(List.of(rendering.scenarios().get(0)))));
      sink.problems(rendering.name()).stream()
          .filter(problem -> !problems.contains(problem))
          .forEach(problems::add);
    }
    boolean nothingLeftOut = complete && problems.isEmpty() && rendering.failed().isEmpty();
    Suppressor.Verdict verdict =
        suppressor.apply(
            rendering.name(),
            hits,
            suppressions,
            suppression -> nothingLeftOut && isLookedAt(suppression));
    problems.addAll(verdict.problems());
    return new RenderingResult(inventory(), problems, merged(verdict), reach());
  }

  private Suppressor.Verdict merged(Suppressor.Verdict verdict) {
    Fingerprints fingerprints = new Fingerprints();
    List<String> scenarios = rendering.scenarios();
    List<SuppressedFinding> suppressed = verdict.suppressed();
    MergedFindings.Merged open = MergedFindings.merge(verdict.findings(), scenarios, fingerprints);
    MergedFindings.Merged accepted =
        MergedFindings.merge(
            suppressed.stream().map(SuppressedFinding::finding).toList(), scenarios, fingerprints);
    List<SuppressedFinding> kept = new ArrayList<>();
    for (int i = 0; i < accepted.findings().size(); i++) {
      Suppression why = suppressed.get(accepted.firsts().get(i)).suppression();
      kept.add(new SuppressedFinding(accepted.findings().get(i), why));
    }
    return new Suppressor.Verdict(open.findings(), kept, verdict.problems());
  }

  /** What several scenarios share is one; what differs in anything is several. */
  private List<WorkloadReach> reach() {
    Map<WorkloadReach, Set<String>> scenarios = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      for (WorkloadReach reach : outcome.reach()) {
        scenarios
            .computeIfAbsent(reach.in(Scenarios.NONE), unused -> new HashSet<>())
            .addAll(reach.scenarios().names());
      }
    }
    return scenarios.entrySet().stream()
        .map(entry -> entry.getKey().in(scenarios(entry.getValue())))
        .toList();
  }

  private Scenarios scenarios(Set<String> some) {
    List<String> names = rendering.scenarios().stream().filter(some::contains).toList();
    return new Scenarios(names, names.size() == rendering.scenarios().size());
  }

  /** Whether something came of any line that a suppression is meant for. */
  private boolean isLookedAt(InlineSuppression suppression) {
    for (InlineSuppression.Scope scope : suppression.scopes()) {
      boolean seen =
          !(scope instanceof InlineSuppression.Line line)
              || texts().stream()
                  .map(text -> text.text().map())
                  .flatMap(Optional<SourceMap>::stream)
                  .anyMatch(map -> map.covers(line.file(), line.line()));
      if (seen) {
        return true;
      }
    }
    return false;
  }

  private List<InventoryEntry> inventory() {
    Map<String, FileAccount> accounts = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      accounts
          .computeIfAbsent(outcome.entry().file(), FileAccount::new)
          .add(outcome.entry(), outcome.objects());
    }
    rendering
        .failed()
        .forEach((file, reason) -> accounts.computeIfAbsent(file, FileAccount::new).fail(reason));
    return accounts.values().stream().map(FileAccount::entry).toList();
  }

  /** The files that the texts lead back to. */
  List<SourceText> origins() {
    return rendering.origins();
  }
}
