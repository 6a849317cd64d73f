package dev.seaworthy.engine;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ObjectReader;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.source.DecodedText;
import dev.seaworthy.source.InventoryEntry;
import dev.seaworthy.source.NotReadable;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.RenderedText;
import dev.seaworthy.source.Source;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.TextDecoder;
import dev.seaworthy.yaml.YamlDocument;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Takes one source from bytes to findings. Stateless; every source ends in exactly one state. */
final class SourceAnalysis {

  private static final String PATCH = "patch of a kustomization: what it leaves out is not judged";

  private final ObjectReader reader;
  private final boolean patches;
  private final RuleRunner runner;
  private final SuppressionReader suppressions;
  private final Limits limits;

  SourceAnalysis(
      ObjectReader reader, RuleRunner runner, SuppressionReader suppressions, Limits limits) {
    this(reader, false, runner, suppressions, limits);
  }

  private SourceAnalysis(
      ObjectReader reader,
      boolean patches,
      RuleRunner runner,
      SuppressionReader suppressions,
      Limits limits) {
    this.reader = reader;
    this.patches = patches;
    this.runner = runner;
    this.suppressions = suppressions;
    this.limits = limits;
  }

  /** The analysis of sources that hold patches: what they leave out is not judged. */
  SourceAnalysis ofPatches() {
    return new SourceAnalysis(reader.ofPatches(), true, runner, suppressions, limits);
  }

  /**
   * The other objects by which objects are judged.
   *
   * @param scenarios the scenarios in which they are the others; empty for what is not rendered
   * @param scanned the objects that rules look up
   */
  record Context(List<String> scenarios, ScannedObjects scanned) {

    static Context of(ScannedObjects scanned) {
      return new Context(List.of(), scanned);
    }
  }

  /** Analyses a text that was rendered, by itself and in each of its contexts. */
  Outcome analyze(RenderedText rendered, List<Context> contexts) {
    String name = rendered.text().name();
    try {
      return analyze(rendered.text(), rendered.scenarios(), contexts);
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      return unexpected(name, e);
    }
  }

  Outcome analyze(Source source, ScannedObjects scanned) {
    String name = source.name();
    try {
      return analyze(name, source, scanned);
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      return unexpected(name, e);
    }
  }

  private static Outcome unexpected(String name, Throwable e) {
    return Outcome.failed(
        Problem.of(
                ProblemKind.INTERNAL_ERROR,
                name,
                "analysing '" + name + "' failed unexpectedly: " + e,
                "This is a defect of the analyser: report it with the detail and, if you can,"
                    + " the file. Until it is mended, exclude the file.")
            .withDetail(StackTraces.of(e)));
  }

  private Outcome analyze(String name, Source source, ScannedObjects scanned) {
    byte[] content;
    try {
      content = source.read(limits.maxFileBytes());
    } catch (IOException e) {
      return Outcome.failed(NotReadable.problem(name, e));
    }
    if (content.length > limits.maxFileBytes()) {
      return tooLarge(name, content);
    }
    DecodedText decoded = TextDecoder.decode(name, content);
    if (decoded instanceof DecodedText.Text text) {
      return analyze(text.text(), List.of(), List.of(Context.of(scanned)));
    }
    if (decoded instanceof DecodedText.Malformed malformed) {
      return malformed(name, content, malformed);
    }
    return binary(name, content);
  }

  private Outcome analyze(SourceText text, List<String> scenarios, List<Context> contexts) {
    YamlStream stream = YamlReader.read(text, limits.yaml());
    List<KubernetesObject> objects = new ArrayList<>();
    List<String> passedOver = new ArrayList<>(0);
    List<Problem> problems = new ArrayList<>(stream.problems());
    for (YamlDocument document : stream.documents()) {
      ObjectReader.Contents read = reader.read(document);
      objects.addAll(read.objects());
      read.incomplete().forEach(object -> problems.add(incomplete(document, object)));
      if (!read.reason().isEmpty()) {
        passedOver.add(read.reason() + (stream.documents().size() > 1 ? at(document) : ""));
      }
    }
    boolean broken = !stream.problems().isEmpty();
    if (broken
        && text.map().isEmpty()
        && objects.isEmpty()
        && !ManifestSniffer.looksLikeManifest(text.text())) {
      Problem first = stream.problems().get(0);
      String line = first.span().map(span -> " at line " + span.start().line()).orElse("");
      return Outcome.skipped(text.name(), "no YAML, and no manifest: " + first.message() + line);
    }
    String reason = summary(passedOver);
    // a list without items is an object without objects: there is nothing to skip
    boolean emptyList = reason.isEmpty() && !stream.documents().isEmpty();
    if (problems.isEmpty() && objects.isEmpty() && !emptyList) {
      return Outcome.skipped(
          text.name(), reason.isEmpty() ? "no Kubernetes object: the file is empty" : reason);
    }
    text.map().ifPresent(map -> problems.replaceAll(new RenderedProblem(text, map, scenarios)));
    Judged judged = judge(text.name(), objects, scenarios, contexts, problems);
    InventoryEntry entry =
        problems.isEmpty()
            ? InventoryEntry.analysed(text.name(), objects.size(), withPatch(reason))
            : InventoryEntry.failed(text.name(), problems.get(0).message(), objects.size());
    return new Outcome(
        entry,
        problems,
        judged.hits(),
        judged.reach(),
        suppressions.read(stream, objects),
        objects);
  }

  private static Problem incomplete(YamlDocument document, ObjectReader.Incomplete object) {
    String found = object.found().map(key -> " but '" + key + "'").orElse("");
    return Problem.at(
        ProblemKind.INCOMPLETE_OBJECT,
        document.source().name(),
        document.span(object.node()),
        "the object has no '" + object.missing() + "'" + found,
        "No rule looks at it, and the API server refuses it. Write its '"
            + object.missing()
            + "', or exclude the file if it is no Kubernetes object.");
  }

  private String withPatch(String reason) {
    return patches ? PATCH + (reason.isEmpty() ? "" : "; " + reason) : reason;
  }

  private static String at(YamlDocument document) {
    return " at line " + document.span(document.root()).start().line();
  }

  private static String summary(List<String> reasons) {
    int more = reasons.size() - 1;
    return reasons.isEmpty() ? "" : reasons.get(0) + (more > 0 ? ", and " + more + " more" : "");
  }

  /** What became of the objects of a source. */
  private record Judged(List<Hit> hits, List<WorkloadReach> reach) {}

  private Judged judge(
      String name,
      List<KubernetesObject> objects,
      List<String> scenarios,
      List<Context> contexts,
      List<Problem> problems) {
    List<Hit> found = new ArrayList<>();
    List<WorkloadReach> reach = new ArrayList<>();
    FindingSink<Hit> hits = new FindingSink<>(limits.maxFindingsPerRule());
    for (KubernetesObject object : objects) {
      runner.run(object, hits, problems::add);
    }
    problems.addAll(hits.problems(name));
    hits.findings().forEach(hit -> found.add(hit.in(scenarios)));
    for (Context context : contexts) {
      FindingSink<Hit> more = new FindingSink<>(limits.maxFindingsPerRule());
      for (KubernetesObject object : objects) {
        runner.run(object, context.scanned(), more, problems::add);
        reach.addAll(runner.reach(object, context, more, problems::add));
      }
      problems.addAll(more.problems(name));
      more.findings().forEach(hit -> found.add(hit.in(context.scenarios())));
    }
    return new Judged(found, reach);
  }

  private Outcome tooLarge(String name, byte[] content) {
    if (!ManifestSniffer.looksLikeManifest(content)) {
      return Outcome.skipped(
          name, "larger than " + limits.maxFileBytes() + " bytes, and its start is no manifest");
    }
    return Outcome.failed(
        Problem.of(
            ProblemKind.TOO_LARGE,
            name,
            "larger than " + limits.maxFileBytes() + " bytes",
            "Split the file, exclude it, or raise the limit."));
  }

  private static Outcome binary(String name, byte[] content) {
    if (!ManifestSniffer.looksLikeManifest(content)) {
      return Outcome.skipped(name, "binary file");
    }
    return Outcome.failed(
        Problem.of(
            ProblemKind.ENCODING,
            name,
            "NUL bytes in what looks like a manifest",
            "Save the file as UTF-8 text."));
  }

  private static Outcome malformed(String name, byte[] content, DecodedText.Malformed malformed) {
    if (!ManifestSniffer.looksLikeManifest(content)) {
      return Outcome.skipped(name, "no text: " + malformed.message());
    }
    return Outcome.failed(
        Problem.at(
            ProblemKind.ENCODING,
            name,
            malformed.span(),
            malformed.message(),
            "Save the file as UTF-8."));
  }
}
