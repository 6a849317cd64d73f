package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.RegoError;
import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what metadata blocks are about: the package or rule that they precede. */
final class Annotator {

  private static final String RULE = "rule";
  private static final String DOCUMENT = "document";
  private static final String PACKAGE = "package";
  private static final String SUBPACKAGES = "subpackages";

  private final List<Target> targets = new ArrayList<>();
  private final List<RegoError> errors;

  /**
   * @param errors where to put what is wrong
   */
  Annotator(
      RegoLocation packageLocation,
      List<Module.Import> imports,
      List<Rule> rules,
      List<RegoError> errors) {
    this.errors = errors;
    targets.add(new Target(PACKAGE, packageLocation, Optional.empty()));
    imports.forEach(i -> targets.add(new Target("import", i.location(), Optional.empty())));
    for (int i = 0; i < rules.size(); i++) {
      targets.add(new Target(RULE, rules.get(i).location(), Optional.of(i)));
    }
    targets.sort(Comparator.comparingInt(target -> target.location.offset()));
  }

  List<Module.Annotations> annotate(List<MetadataParser.Metadata> blocks) {
    List<Module.Annotations> annotations = new ArrayList<>();
    int next = 0;
    for (MetadataParser.Metadata block : blocks) {
      while (next < targets.size() && !isBelow(targets.get(next), block)) {
        next++;
      }
      annotations.add(annotate(block, next < targets.size() ? targets.get(next) : null));
    }
    return annotations;
  }

  private static boolean isBelow(Target target, MetadataParser.Metadata block) {
    return target.location.row() > block.location().row();
  }

  private Module.Annotations annotate(MetadataParser.Metadata block, @Nullable Target target) {
    RegoObject content = block.content();
    boolean entrypoint = RegoBoolean.TRUE.equals(content.get("entrypoint"));
    String scope =
        content.get("scope") instanceof RegoString given
            ? given.value()
            : defaultScope(target, entrypoint);
    checkScope(scope, target, block);
    if (entrypoint && !scope.equals(DOCUMENT) && !scope.equals(PACKAGE)) {
      report(
          block, "annotation entrypoint applied to non-document or package scope '" + scope + "'");
    }
    RegoValue scopeValue = new RegoString(scope);
    Optional<Integer> rule = target == null ? Optional.empty() : target.rule;
    return new Module.Annotations(
        scope, content.with(new RegoString("scope"), scopeValue), rule, block.location());
  }

  private static String defaultScope(@Nullable Target target, boolean entrypoint) {
    if (target == null) {
      return "";
    }
    return target.kind.equals(RULE) && entrypoint ? DOCUMENT : target.kind;
  }

  private void checkScope(String scope, @Nullable Target target, MetadataParser.Metadata block) {
    String wanted =
        switch (scope) {
          case RULE, DOCUMENT -> RULE;
          case PACKAGE, SUBPACKAGES -> PACKAGE;
          default -> "";
        };
    if (wanted.isEmpty()) {
      report(
          block,
          "invalid annotation scope '"
              + scope
              + "'. Use one of 'rule', 'document', 'package', or 'subpackages'");
    } else if (target == null || !target.kind.equals(wanted)) {
      String found = target == null ? "" : " (have " + target.kind + ")";
      report(block, "annotation scope '" + scope + "' must be applied to " + wanted + found);
    }
  }

  private void report(MetadataParser.Metadata block, String message) {
    errors.add(RegoError.at(block.location(), TokenStream.ERROR_CODE, message));
  }

  /**
   * What can have metadata, and imports, which cannot.
   *
   * @param kind package, import or rule
   * @param rule the index of the rule
   */
  private record Target(String kind, RegoLocation location, Optional<Integer> rule) {}
}
