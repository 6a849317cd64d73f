package dev.seaworthy.helm;

import dev.seaworthy.helm.TemplateWrapper.Content;
import dev.seaworthy.helm.chart.Chart;
import dev.seaworthy.helm.chart.ChartFile;
import dev.seaworthy.helm.chart.CopiedFile;
import dev.seaworthy.helm.chart.FileRewriter;
import dev.seaworthy.helm.template.Marker;
import dev.seaworthy.helm.template.TemplateNode;
import dev.seaworthy.helm.template.TemplateReader;
import dev.seaworthy.helm.template.TemplateSyntaxException;
import dev.seaworthy.source.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The templates of a chart in few files, which costs less to write and to read than {@link
 * WrappedTemplates}: one with the contents as named templates, and one that writes what all of them
 * render to. For charts in which no template asks for its own name or includes another by its path;
 * what goes wrong in one cannot be told apart.
 */
record BundledTemplates(ChartPaths paths, Marker marker) implements FileRewriter {

  private static final String CONTENTS = "templates/_seaworthy" + TemplateWrapper.SECRET + ".tpl";
  private static final String WRITER = "templates/seaworthy" + TemplateWrapper.SECRET + ".yaml";

  /** Whether templates can be bundled: none of them may have to do with the names of files. */
  static boolean isPossible(Collection<SourceText> templates) {
    return templates.stream()
        .map(SourceText::text)
        .noneMatch(text -> text.contains(".Template") || text.contains("/templates/"));
  }

  /** Whether a template wrote its own name, which is another one in a bundle. */
  static boolean isNamedIn(Collection<String> texts) {
    return texts.stream().anyMatch(text -> text.contains(WRITER));
  }

  @Override
  public List<CopiedFile> rewrite(Chart chart, ChartFile file) {
    if (file.path().equals(NewestDraft.SCHEMA)) {
      return List.of(NewestDraft.named(file));
    }
    Optional<String> text = file.path().startsWith("templates/") ? text(file) : Optional.empty();
    if (text.isEmpty() || TemplateWrapper.isNotes(file)) {
      return List.of(CopiedFile.of(file));
    }
    boolean written = isWritten(chart, file);
    List<CopiedFile> files = new ArrayList<>();
    if (written && isFirst(chart, file)) {
      files.addAll(bundle(chart));
    }
    if (written && isBundled(text.get())) {
      return files;
    }
    files.add(written ? new CopiedFile(Content.PLAIN.path(file), text.get()) : CopiedFile.of(file));
    marker
        .marked(file.label())
        .ifPresent(marked -> files.add(new CopiedFile(Content.MARKED.path(file), marked)));
    return files;
  }

  /** The bundle takes the place of the first template that is in it. */
  private boolean isFirst(Chart chart, ChartFile file) {
    return chart.templates().stream().filter(any -> isWritten(chart, any)).findFirst().orElseThrow()
        == file;
  }

  private List<CopiedFile> bundle(Chart chart) {
    StringBuilder contents = new StringBuilder();
    StringBuilder writer = new StringBuilder("kind: Rendered\n");
    for (ChartFile file : chart.templates()) {
      if (isWritten(chart, file)) {
        writer.append(TemplateWrapper.BUNDLE).append("{{ list ").append(path(file.path()));
        for (Content content : Content.values()) {
          String name = name(chart, file, content);
          Optional<String> text =
              content == Content.PLAIN ? text(file) : marker.marked(file.label());
          boolean bundled = isBundled(text(file).orElseThrow());
          if (bundled && text.isPresent()) {
            contents.append("{{ define ").append(name).append(" }}");
            contents.append(text.get()).append("{{ end }}\n");
          }
          String included = bundled ? name : path(content.path(file));
          writer.append(text.isPresent() ? " (include " + included + " .)" : " \"\"");
        }
        writer.append(" | toJson }}\n");
      }
    }
    return List.of(
        new CopiedFile(CONTENTS, contents.toString()), new CopiedFile(WRITER, writer.toString()));
  }

  private boolean isWritten(Chart chart, ChartFile file) {
    return TemplateWrapper.isRendered(file) && text(file).isPresent() && !paths.of(chart).isEmpty();
  }

  private static Optional<String> text(ChartFile file) {
    return file.text().map(SourceText::text);
  }

  /** A named template cannot hold another. */
  private static boolean isBundled(String text) {
    try {
      return TemplateReader.read(text).stream()
          .noneMatch(
              node -> node instanceof TemplateNode.Block block && block.keyword().equals("define"));
    } catch (TemplateSyntaxException e) {
      return false;
    }
  }

  /** The name that Helm gives a file of the chart that is rendered. */
  private static String path(String path) {
    String below = path.substring(path.indexOf('/'));
    return "(print .Template.BasePath " + TemplateWrapper.quoted(below) + ")";
  }

  private String name(Chart chart, ChartFile file, Content content) {
    return TemplateWrapper.quoted(content.comment() + paths.of(chart).get(0) + "/" + file.path());
  }
}
