package dev.seaworthy.engine;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlComment;
import dev.seaworthy.yaml.YamlComments;
import dev.seaworthy.yaml.YamlStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the suppressions in a file: comments, and annotations of objects and pod templates. */
final class SuppressionReader {

  private static final String COMMENT = "seaworthy:";
  private static final String ANNOTATION = "ignore.seaworthy.dev/";
  private static final Pattern IGNORE =
      Pattern.compile("seaworthy:\\s*ignore\\s*\\[([^\\]]*)]\\s*(.*)", Pattern.DOTALL);

  private final RuleCatalog catalog;

  SuppressionReader(RuleCatalog catalog) {
    this.catalog = catalog;
  }

  List<InlineSuppression> read(YamlStream stream, List<KubernetesObject> objects) {
    List<InlineSuppression> found = new ArrayList<>(0);
    for (YamlComment comment : YamlComments.startingWith(stream, COMMENT)) {
      found.add(comment(stream.source(), comment));
    }
    for (KubernetesObject object : objects) {
      annotations(object, found);
    }
    return found;
  }

  private InlineSuppression comment(SourceText source, YamlComment comment) {
    Location location = Location.exact(source.name(), source.span(comment.start(), comment.end()));
    Matcher matcher = IGNORE.matcher(comment.text());
    boolean wellFormed = matcher.matches();
    List<String> names =
        wellFormed
            ? Arrays.stream(matcher.group(1).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList()
            : List.of();
    String reason = wellFormed ? matcher.group(2).strip() : "";
    int line = source.position(comment.start()).line();
    int target = comment.alone() ? lineBelow(source, line) : line;
    return suppression(
        new Suppression(Suppression.Kind.COMMENT, reason, location),
        names,
        hit -> hit.finding().location().span().start().line() == target);
  }

  /** Comments may stack up above the line that they mean. */
  private static int lineBelow(SourceText source, int line) {
    int below = line + 1;
    while (below <= source.lineCount() && YamlComments.isCommentLine(source, below)) {
      below++;
    }
    return below;
  }

  private void annotations(KubernetesObject object, List<InlineSuppression> found) {
    Field own = object.root().get("metadata", "annotations");
    annotations(own, FieldPath.ROOT, found);
    for (Workload workload : object.workloads()) {
      Field template = workload.metadata().get("annotations");
      if (!template.path().equals(own.path())) {
        annotations(template, workload.spec().path(), found);
      }
    }
  }

  private void annotations(Field annotations, FieldPath scope, List<InlineSuppression> found) {
    for (Field annotation : annotations.members()) {
      String key = annotation.path().name();
      if (key.startsWith(ANNOTATION)) {
        found.add(annotation(annotation, key.substring(ANNOTATION.length()), scope));
      }
    }
  }

  /** No rule has a dot in its id, and no container in its name. */
  private InlineSuppression annotation(Field field, String name, FieldPath scope) {
    KubernetesObject object = field.object();
    int dot = name.indexOf('.');
    String rule = dot < 0 ? name : name.substring(0, dot);
    Predicate<Hit> inScope = hit -> hit.object() == object && hit.path().startsWith(scope);
    Predicate<Hit> inContainer =
        dot < 0
            ? hit -> true
            : hit -> hit.finding().container().filter(name.substring(dot + 1)::equals).isPresent();
    return suppression(
        new Suppression(
            Suppression.Kind.ANNOTATION,
            field.text().strip(),
            Locator.locate(object, field.path()).location()),
        List.of(rule),
        inScope.and(inContainer));
  }

  private InlineSuppression suppression(
      Suppression suppression, List<String> names, Predicate<Hit> covers) {
    List<RuleMetadata> rules =
        names.stream().flatMap(name -> catalog.find(name).stream()).distinct().toList();
    return new InlineSuppression(suppression, names, rules, covers);
  }
}
