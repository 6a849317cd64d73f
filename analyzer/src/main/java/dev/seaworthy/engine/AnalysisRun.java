package dev.seaworthy.engine;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ObjectReader;
import dev.seaworthy.model.Project;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.source.Discovery;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.RenderedText;
import dev.seaworthy.source.Source;
import dev.seaworthy.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One analysis, from what was found to the result. */
final class AnalysisRun {

  private final Parts parts;
  private final Suppressor suppressor;
  private final ResultCollector collector;
  private final ProgressListener progress;
  private final SourceAnalysis sourceAnalysis;
  private final ObjectSearch search;

  /** What all analyses of an analyzer share. */
  record Parts(
      RuleRunner runner,
      SuppressionReader suppressions,
      ClusterProfile cluster,
      Limits limits,
      int parallelism) {}

  /** A text, and what it is a part of. */
  private record Part(RenderingAnalysis rendering, RenderedText text) {}

  AnalysisRun(
      Parts parts, Suppressor suppressor, ResultCollector collector, ProgressListener progress) {
    this.parts = parts;
    this.suppressor = suppressor;
    this.collector = collector;
    this.progress = progress;
    this.sourceAnalysis =
        new SourceAnalysis(
            new ObjectReader(parts.cluster()),
            parts.runner(),
            parts.suppressions(),
            parts.limits());
    this.search = new ObjectSearch(parts.runner().lookedUp(), parts.cluster(), parts.limits());
  }

  AnalysisResult run(Discovery discovery) {
    discovery.accounted().forEach(collector::add);
    discovery.problems().forEach(collector::add);
    KustomizePatches patches = new KustomizePatches(discovery.sources(), parts.limits());
    ScannedObjects scanned = scan(discovery.sources(), patches);
    List<RenderingAnalysis> renderings = analyzeRenderings(discovery, scanned);
    List<FileResult> files = analyzeFiles(discovery.sources(), patches, scanned);
    ProjectHits together = judgeTogether(files, renderings);
    if (parts.runner().needsProject()) {
      files = files.stream().map(file -> together.close(file, suppressor)).toList();
    }
    files.forEach(collector::add);
    renderings.forEach(rendering -> collector.add(together.close(rendering, suppressor)));
    return collector.result();
  }

  private List<FileResult> analyzeFiles(
      List<Source> sources, KustomizePatches patches, ScannedObjects scanned) {
    SourceAnalysis patchAnalysis = sourceAnalysis.ofPatches();
    boolean keepObjects = parts.runner().needsProject();
    return ParallelMap.map(
        sources,
        source -> {
          Outcome outcome =
              (patches.contains(source) ? patchAnalysis : sourceAnalysis).analyze(source, scanned);
          return keepObjects ? FileResult.open(outcome) : FileResult.closed(outcome, suppressor);
        },
        parts.parallelism(),
        progress);
  }

  private List<RenderingAnalysis> analyzeRenderings(Discovery discovery, ScannedObjects scanned) {
    List<RenderingAnalysis> renderings =
        ParallelMap.map(
            discovery.renderings(),
            rendering ->
                new RenderingAnalysis(
                        rendering, scanned, search, parts.limits().maxFindingsPerRule())
                    .judgeFiles(parts.runner()),
            parts.parallelism(),
            done -> {});
    List<Part> texts = new ArrayList<>();
    for (RenderingAnalysis rendering : renderings) {
      rendering.texts().forEach(text -> texts.add(new Part(rendering, text)));
    }
    List<Outcome> outcomes =
        ParallelMap.map(
            texts,
            part -> sourceAnalysis.analyze(part.text(), part.rendering().contexts(part.text())),
            parts.parallelism(),
            done -> {});
    for (int i = 0; i < outcomes.size(); i++) {
      texts.get(i).rendering().add(outcomes.get(i));
    }
    return renderings;
  }

  /** Looks for the objects that rules look up, before any object is judged. */
  private ScannedObjects scan(List<Source> sources, KustomizePatches patches) {
    if (search.isIdle()) {
      return ScannedObjects.NONE;
    }
    List<Source> whole = sources.stream().filter(source -> !patches.contains(source)).toList();
    return ScannedObjects.of(
        ParallelMap.map(whole, search::objects, parts.parallelism(), done -> {}).stream()
            .flatMap(List::stream)
            .toList());
  }

  /** Findings of project rules join those of their files before suppressions are looked at. */
  private ProjectHits judgeTogether(List<FileResult> files, List<RenderingAnalysis> renderings) {
    Map<SourceText, FindingSink<Hit>> sinks = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    if (parts.runner().needsProject()) {
      List<KubernetesObject> objects = new ArrayList<>();
      files.forEach(file -> objects.addAll(file.outcome().objects()));
      renderings.forEach(rendering -> objects.addAll(rendering.objects()));
      int bound = parts.limits().maxFindingsPerRule();
      parts
          .runner()
          .run(
              new Project(objects, parts.cluster()),
              file -> sinks.computeIfAbsent(file, text -> new FindingSink<>(bound)),
              problems::add);
      problems.forEach(collector::add);
    }
    return new ProjectHits(sinks, problems.isEmpty(), parts.suppressions());
  }
}
