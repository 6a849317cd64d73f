package dev.seaworthy.report;

import dev.seaworthy.engine.Finding;
import dev.seaworthy.model.ObjectReference;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Precision;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.RelatedPlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The body of a {@link TextReport}: turns findings and problems into blocks, in their order.
 * Remembers which rules it has explained already.
 */
final class TextBody {

  private final TextOptions options;
  private final Quotes quotes;
  private final Set<String> explained = new HashSet<>();

  TextBody(TextOptions options, SourceLines sources) {
    this.options = options;
    this.quotes = new Quotes(sources);
  }

  /**
   * Puts neighbours together that are about the same place of the same object, such as all that is
   * missing in a container: the place is quoted once.
   */
  static List<List<Finding>> grouped(List<Finding> findings) {
    List<List<Finding>> groups = new ArrayList<>();
    for (Finding finding : findings) {
      List<Finding> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
      if (!last.isEmpty() && isSamePlace(last.get(0), finding)) {
        last.add(finding);
      } else {
        groups.add(new ArrayList<>(List.of(finding)));
      }
    }
    return groups;
  }

  private static boolean isSamePlace(Finding a, Finding b) {
    return a.location().compareTo(b.location()) == 0
        && isSameObject(a.object(), b.object())
        && a.related().equals(b.related())
        && a.scenarios().names().equals(b.scenarios().names());
  }

  /** Not a record's own equals: its first call takes Java as long as all the rest of the report. */
  private static boolean isSameObject(Optional<ObjectReference> a, Optional<ObjectReference> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() && b.isEmpty();
    }
    ObjectReference one = a.get();
    ObjectReference other = b.get();
    return one.name().equals(other.name())
        && one.kind().equals(other.kind())
        && one.namespace().equals(other.namespace())
        && one.apiVersion().equals(other.apiVersion());
  }

  /**
   * @param group findings with the same place
   */
  String findings(List<Finding> group) {
    List<Finding> worstFirst =
        group.stream().sorted(Comparator.comparing(Finding::severity).reversed()).toList();
    Finding first = worstFirst.get(0);
    Location location = first.location();
    Style style = Style.of(first.severity());
    TextBlock block = new TextBlock(options.colour(), location.span().start().line());
    for (Finding finding : worstFirst) {
      Style own = Style.of(finding.severity());
      block.header(own, finding.severity().id(), finding.ruleId(), finding.message());
    }
    block.place(location + precision(location.precision()));
    if (location.precision() != Precision.RENDERED) {
      quotes.of(location.file(), location.span()).ifPresent(found -> block.excerpt(found, style));
    }
    first.rendered().ifPresent(text -> block.detail("rendered", text));
    first.object().ifPresent(object -> block.note("object", object + hook(object)));
    if (!first.scenarios().all()) {
      block.note("scenarios", String.join(", ", first.scenarios().names()));
    }
    for (RelatedPlace related : first.related()) {
      block.note("note", related.message() + " at " + related.location());
    }
    for (Finding finding : worstFirst) {
      explain(block, finding, worstFirst.size() > 1);
    }
    return block.toString();
  }

  String problem(Problem problem) {
    int line = problem.span().map(span -> span.start().line()).orElse(1);
    TextBlock block = new TextBlock(options.colour(), line);
    block.header(Style.PROBLEM, "problem", problem.kind().id(), problem.message());
    place(problem).ifPresent(block::place);
    if (problem.file().isPresent() && problem.span().isPresent()) {
      quotes
          .of(problem.file().get(), problem.span().get())
          .ifPresent(found -> block.excerpt(found, Style.PROBLEM));
    }
    block.note("hint", problem.hint());
    if (isVerbose()) {
      problem.detail().ifPresent(text -> block.detail("detail", text));
    }
    return block.toString();
  }

  /** Where a problem is: {@code file:line:column}, or as much of it as is known. */
  static Optional<String> place(Problem problem) {
    String position = problem.span().map(span -> ":" + span.start()).orElse("");
    return problem.file().map(file -> file + position);
  }

  private void explain(TextBlock block, Finding finding, boolean named) {
    RuleMetadata rule = finding.rule();
    if (isVerbose() && !finding.path().isEmpty()) {
      block.note(named ? "path of " + rule.id() : "path", finding.path());
    }
    if (explained.add(rule.id())) {
      block.note(named ? "help for " + rule.id() : "help", rule.remediation());
      options.explainCommand().ifPresent(command -> block.note("page", command + " " + rule.id()));
    }
  }

  private static String hook(ObjectReference object) {
    return object.hook().map(hook -> ", Helm hook " + hook).orElse("");
  }

  static String precision(Precision precision) {
    return switch (precision) {
      case EXACT -> "";
      case TEMPLATE -> "";
      case RENDERED -> " (near here: which line of the template it is cannot be proven)";
    };
  }

  private boolean isVerbose() {
    return options.verbosity() == TextOptions.Verbosity.VERBOSE;
  }
}
