package dev.seaworthy.helm;

import dev.seaworthy.helm.chart.Chart;
import dev.seaworthy.helm.chart.ChartFile;
import dev.seaworthy.helm.chart.CopiedFile;
import dev.seaworthy.helm.chart.FileRewriter;
import dev.seaworthy.helm.template.LenientTemplate;
import dev.seaworthy.helm.template.Marker;
import dev.seaworthy.source.SourceText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The templates of a chart in a form that the engine is to render. */
record WrappedTemplates(Form form, Degradation degradation, ChartPaths paths, Marker marker)
    implements FileRewriter {

  /** What is done to templates. */
  enum Form {
    /** Nothing. */
    ORIGINAL,
    /** They are wrapped. */
    PLAIN,
    /** They are wrapped, and what they write has marks. */
    MARKED,
    /** They are wrapped, and write both. */
    BOTH
  }

  @Override
  public List<CopiedFile> rewrite(Chart chart, ChartFile file) {
    if (file.path().equals(NewestDraft.SCHEMA)) {
      return List.of(NewestDraft.named(file));
    }
    if (file.path().equals(AnyKubernetes.CHART_YAML) && degradation.anyKubernetes()) {
      return List.of(AnyKubernetes.supported(file));
    }
    boolean isTemplate = file.path().startsWith("templates/");
    if (isTemplate && degradation.templates().contains(file.label())) {
      return List.of();
    }
    Optional<SourceText> text = isTemplate ? file.text() : Optional.empty();
    if (text.isEmpty()) {
      return List.of(CopiedFile.of(file));
    }
    String content =
        degradation.lenient() ? LenientTemplate.of(text.get().text()) : text.get().text();
    List<String> names = paths.of(chart);
    boolean wrapped = form != Form.ORIGINAL && !names.isEmpty() && TemplateWrapper.isRendered(file);
    return wrapped ? wrapped(file, content, names) : beside(file, content);
  }

  /** A partial, and its marked twin. */
  private List<CopiedFile> beside(ChartFile file, String content) {
    List<CopiedFile> files = new ArrayList<>();
    files.add(new CopiedFile(file.path(), content));
    if (!TemplateWrapper.isNotes(file)) {
      marked(file)
          .ifPresent(
              text -> files.add(new CopiedFile(TemplateWrapper.Content.MARKED.path(file), text)));
    }
    return files;
  }

  private List<CopiedFile> wrapped(ChartFile file, String content, List<String> names) {
    Optional<String> marked = marked(file);
    List<CopiedFile> files = new ArrayList<>();
    files.add(new CopiedFile(file.path(), TemplateWrapper.wrap(file, names, contents(marked))));
    files.add(new CopiedFile(TemplateWrapper.Content.PLAIN.path(file), content));
    marked.ifPresent(
        text -> files.add(new CopiedFile(TemplateWrapper.Content.MARKED.path(file), text)));
    return files;
  }

  private Set<TemplateWrapper.Content> contents(Optional<String> marked) {
    Set<TemplateWrapper.Content> contents = EnumSet.of(TemplateWrapper.Content.PLAIN);
    marked.ifPresent(text -> contents.add(TemplateWrapper.Content.MARKED));
    if (form == Form.MARKED) {
      contents.remove(TemplateWrapper.Content.PLAIN);
    }
    return contents;
  }

  private Optional<String> marked(ChartFile file) {
    boolean marks = form == Form.MARKED || form == Form.BOTH;
    return marks ? marker.marked(file.label()) : Optional.empty();
  }
}
