package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.syntax.Module;
import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What policies can ask of their own metadata. */
final class Metadata {

  private final List<Module> modules;

  Metadata(List<Module> modules) {
    this.modules = modules;
  }

  /** What a function gives in a rule, if it is one of those that ask for metadata. */
  Optional<RegoValue> of(RuleDraft draft, String function) {
    return switch (function) {
      case Functions.METADATA_RULE -> Optional.of(rule(draft));
      case Functions.METADATA_CHAIN -> Optional.of(chain(draft));
      default -> Optional.empty();
    };
  }

  private static RegoValue rule(RuleDraft draft) {
    List<Module.Annotations> own = ofRule(draft);
    return own.isEmpty() ? RegoObject.EMPTY : own.get(0).content();
  }

  /** The blocks before a rule, the closest first. */
  private static List<Module.Annotations> ofRule(RuleDraft draft) {
    List<Module.Annotations> blocks = new ArrayList<>();
    for (Module.Annotations block : draft.module().annotations()) {
      if (block.scope().equals("rule") && block.rule().equals(Optional.of(draft.index()))) {
        blocks.add(block);
      }
    }
    Collections.reverse(blocks);
    return blocks;
  }

  /** From the rule outward: the rule, its document, its package, the packages around. */
  private RegoArray chain(RuleDraft draft) {
    List<Module.Annotations> own = ofRule(draft);
    RegoArray path = RegoArray.of(draft.groundPrefix());
    List<RegoValue> links = new ArrayList<>();
    own.forEach(block -> links.add(link(path, block)));
    if (own.isEmpty()) {
      links.add(RegoObject.builder().put("path", path).build());
    }
    document(draft).ifPresent(block -> links.add(link(path, block)));
    List<String> packagePath = draft.module().packagePath();
    blocks(packagePath, "package").forEach(links::add);
    for (int length = packagePath.size(); length > 0; length--) {
      blocks(packagePath.subList(0, length), "subpackages").forEach(links::add);
    }
    return RegoArray.of(links);
  }

  private Optional<Module.Annotations> document(RuleDraft draft) {
    for (Module module : modules) {
      for (Module.Annotations block : module.annotations()) {
        boolean same =
            block.scope().equals("document")
                && block.rule().isPresent()
                && RuleDraft.of(module, block.rule().get())
                    .groundPrefix()
                    .equals(draft.groundPrefix());
        if (same) {
          return Optional.of(block);
        }
      }
    }
    return Optional.empty();
  }

  private List<RegoValue> blocks(List<String> packagePath, String scope) {
    List<RegoValue> links = new ArrayList<>();
    for (Module module : modules) {
      if (module.packagePath().equals(packagePath)) {
        for (Module.Annotations block : module.annotations()) {
          if (block.scope().equals(scope)) {
            links.add(link(RegoArray.of(Conflicts.path(module)), block));
          }
        }
      }
    }
    return links;
  }

  private static RegoValue link(RegoArray path, Module.Annotations block) {
    return RegoObject.builder().put("path", path).put("annotations", block.content()).build();
  }
}
