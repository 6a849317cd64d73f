package dev.seaworthy.engine;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.source.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What rules found that look at all objects together, by the text it is about.
 *
 * @param complete whether they could look at everything
 */
record ProjectHits(
    Map<SourceText, FindingSink<Hit>> sinks, boolean complete, SuppressionReader suppressions) {

  FileResult close(FileResult file, Suppressor suppressor) {
    List<FindingSink<Hit>> own = of(file.outcome().objects());
    return file.close(own.isEmpty() ? new FindingSink<>(0) : own.get(0), complete, suppressor);
  }

  RenderingResult close(RenderingAnalysis rendering, Suppressor suppressor) {
    List<FindingSink<Hit>> own = sinks.isEmpty() ? List.of() : of(rendering.objects());
    List<InlineSuppression> comments = new ArrayList<>();
    rendering.origins().forEach(origin -> comments.addAll(suppressions.read(origin)));
    return rendering.close(own, comments, complete, suppressor);
  }

  private List<FindingSink<Hit>> of(Collection<KubernetesObject> objects) {
    return objects.stream()
        .map(object -> object.document().source())
        .distinct()
        .map(sinks::get)
        .filter(Objects::nonNull)
        .toList();
  }
}
