package dev.seaworthy.engine;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlComment;
import dev.seaworthy.yaml.YamlComments;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the suppressions in a file: comments, and annotations of objects and pod templates. */
final class SuppressionReader {

  private static final String COMMENT = "seaworthy:";
  private static final String ANNOTATION_DOMAIN = "ignore.seaworthy.dev";
  private static final String ANNOTATION = ANNOTATION_DOMAIN + "/";
  private static final Pattern IGNORE =
      Pattern.compile("seaworthy:\\s*ignore\\s*\\[([^\\]]*)]\\s*(.*)", Pattern.DOTALL);

  private static final int MAX_STACKED_COMMENTS = 50;

  private final RuleCatalog catalog;

  SuppressionReader(RuleCatalog catalog) {
    this.catalog = catalog;
  }

  List<InlineSuppression> read(YamlStream stream, List<KubernetesObject> objects) {
    List<InlineSuppression> found = new ArrayList<>(0);
    if (stream.source().map().isEmpty()) {
      for (YamlComment comment : YamlComments.startingWith(stream, COMMENT)) {
        found.add(comment(stream.source(), comment));
      }
    }
    if (stream.source().text().contains(ANNOTATION_DOMAIN)) {
      objects.forEach(object -> annotations(object, found));
    }
    return found;
  }

  /** The comments in a file that manifests are made of. */
  List<InlineSuppression> read(SourceText origin) {
    return TemplateComments.startingWith(origin, COMMENT).stream()
        .map(comment -> comment(origin, comment))
        .toList();
  }

  private InlineSuppression comment(SourceText source, YamlComment comment) {
    Matcher matcher = IGNORE.matcher(comment.text());
    boolean wellFormed = matcher.matches();
    List<InlineSuppression.Name> names =
        wellFormed
            ? Arrays.stream(matcher.group(1).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .map(this::named)
                .toList()
            : List.of();
    String reason = wellFormed ? matcher.group(2).strip() : "";
    Location location = Location.exact(source.name(), source.span(comment.start(), comment.end()));
    int line = location.span().end().line();
    return new InlineSuppression(
        new Suppression(Suppression.Kind.COMMENT, reason, location),
        names,
        comment.alone()
            ? linesBelow(source, line)
            : List.of(new InlineSuppression.Line(source.name(), line)));
  }

  /**
   * Comments may stack up above the line that they mean, within reason; in a template, actions that
   * write nothing may stand in between.
   */
  private static List<InlineSuppression.Scope> linesBelow(SourceText source, int line) {
    int last = Math.min(source.lineCount(), line + MAX_STACKED_COMMENTS);
    List<InlineSuppression.Scope> lines = new ArrayList<>(1);
    int below = line + 1;
    boolean found = false;
    while (!found && below <= last) {
      if (!YamlComments.isCommentLine(source, below)) {
        lines.add(new InlineSuppression.Line(source.name(), below));
        found = !TemplateComments.writesNothing(source, below);
      }
      below++;
    }
    return lines.isEmpty()
        ? List.of(new InlineSuppression.Line(source.name(), below))
        : List.copyOf(lines);
  }

  /** Each mapping on the way to a pod may have annotations, which cover what lies in it. */
  private void annotations(KubernetesObject object, List<InlineSuppression> found) {
    Set<FieldPath> scopes = new LinkedHashSet<>();
    scopes.add(FieldPath.ROOT);
    for (Workload workload : object.workloads()) {
      Optional<FieldPath> scope = workload.spec().path().parent();
      while (scope.isPresent() && scopes.add(scope.get())) {
        scope = scope.get().parent();
      }
    }
    for (FieldPath scope : scopes) {
      Field annotations = object.root().get(scope).get("metadata", "annotations");
      for (Field annotation : annotations.members()) {
        String key = annotation.path().name();
        if (key.startsWith(ANNOTATION)) {
          found.add(annotation(annotation, key.substring(ANNOTATION.length()), scope));
        }
      }
    }
  }

  /**
   * No rule has a dot in its id, and no container in its name. An annotation has no second slash:
   * that of a rule's id is a dot here.
   */
  private InlineSuppression annotation(Field field, String name, FieldPath scope) {
    String[] parts = name.split("\\.", 3);
    boolean slashed =
        parts.length > 1
            && catalog.find(parts[0]).isEmpty()
            && !catalog.find(parts[0] + "/" + parts[1]).isEmpty();
    String rule = slashed ? parts[0] + "/" + parts[1] : parts[0];
    Optional<String> container =
        name.length() > rule.length()
            ? Optional.of(name.substring(rule.length() + 1))
            : Optional.empty();
    return new InlineSuppression(
        new Suppression(Suppression.Kind.ANNOTATION, field.text().strip(), keyLocation(field)),
        rule.isEmpty() ? List.of() : List.of(named(rule)),
        new InlineSuppression.Part(field.object(), scope, container));
  }

  /** Not the value: that may be the text of an anchor which several annotations share. */
  private static Location keyLocation(Field annotation) {
    SourceText source = annotation.object().document().source();
    Field mapping = annotation.object().root().get(annotation.path().parent().orElseThrow());
    return mapping
        .node()
        .flatMap(node -> ((YamlMapping) node).entry(annotation.path().name()))
        .map(entry -> source.locate(entry.key().start(), entry.key().end()))
        .orElseThrow();
  }

  private InlineSuppression.Name named(String name) {
    return new InlineSuppression.Name(name, catalog.find(name));
  }
}
