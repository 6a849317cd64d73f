package dev.seaworthy.helm.values;

import dev.seaworthy.helm.template.Expression.Pipeline;
import dev.seaworthy.helm.template.Frame;
import dev.seaworthy.helm.template.MarkedOutput;
import dev.seaworthy.helm.template.TemplateNode.Block;
import dev.seaworthy.helm.template.TemplateNode.Branch;
import dev.seaworthy.helm.values.Conditions.Verdict;
import dev.seaworthy.helm.values.Symbol.Value;
import dev.seaworthy.source.FieldTrace;
import dev.seaworthy.source.FieldTrace.Step;
import dev.seaworthy.source.RelatedPlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The blocks that let a field be rendered, or kept it from that, and the values behind them. */
final class Blocks {

  private final MarkedOutput output;
  private final Trails trails;
  private final Conditions conditions;
  private final ValueFacts facts;
  private final Teller teller;

  Blocks(
      MarkedOutput output, Trails trails, Conditions conditions, ValueFacts facts, Teller teller) {
    this.output = output;
    this.trails = trails;
    this.conditions = conditions;
    this.facts = facts;
    this.teller = teller;
  }

  /**
   * The values that let a field be rendered, the innermost condition first: of blocks within the
   * document, as those around it decide more than a field.
   */
  List<RelatedPlace> around(FieldTrace field) {
    List<Step> steps = field.steps();
    int from = documentStart(steps.get(0).start());
    List<RelatedPlace> told = new ArrayList<>();
    for (Frame frame : output.trail(steps.get(steps.size() - 1).start())) {
      if (frame.kind() == Frame.Kind.BRANCH
          && frame.parent().filter(block -> isAfterText(from, block.start())).isPresent()
          && frame.node().orElse(null) instanceof Block block) {
        Scope scope = trails.scope(frame.parent().orElseThrow());
        for (Value value : rendering(block, frame, scope)) {
          told.add(teller.renders(value, frame));
        }
      }
    }
    return told;
  }

  private int documentStart(int offset) {
    int separator = output.text().lastIndexOf("\n---", offset);
    return separator < 0 ? 0 : output.text().indexOf('\n', separator + 1) + 1;
  }

  /** Whether something was written between. */
  private boolean isAfterText(int from, int to) {
    return to > from && !output.text().substring(from, to).isBlank();
  }

  private List<Value> rendering(Block block, Frame branch, Scope scope) {
    Pipeline condition = block.branches().get(branch.branch()).pipeline();
    if (block.keyword().equals("range") && branch.branch() == 0) {
      Symbol element = trails.element(condition, scope, branch.iteration());
      return element instanceof Value value ? List.of(value) : List.of();
    }
    boolean isElse = condition.commands().isEmpty();
    Optional<Verdict> verdict =
        block.keyword().equals("range")
            ? Optional.empty()
            : conditions.judge(isElse ? block.branches().get(0).pipeline() : condition, scope);
    return verdict.filter(found -> found.holds() != isElse).map(Verdict::because).orElse(List.of());
  }

  /** The values for which a field that is missing was not rendered. */
  List<RelatedPlace> notRendered(FieldTrace field) {
    Step parent = field.steps().get(field.steps().size() - 1);
    String key = field.missing().get(0);
    UnrenderedKey wanted = new UnrenderedKey(output, parent, key);
    List<Frame> frames = output.within(parent.start(), endWithBlanks(parent.end()));
    Map<Frame, Set<Integer>> renderedBranches = renderedBranches(frames);
    for (Frame frame : frames) {
      if (frame.kind() == Frame.Kind.BLOCK && frame.node().orElse(null) instanceof Block block) {
        Set<Integer> rendered = renderedBranches.getOrDefault(frame, Set.of());
        for (int i = 0; i < block.branches().size(); i++) {
          Branch branch = block.branches().get(i);
          if (!rendered.contains(i) && wanted.isIn(branch.body(), frame)) {
            return hiding(block, i, rendered, trails.scope(frame)).stream()
                .map(value -> teller.hides(value, key, frame))
                .toList();
          }
        }
      }
    }
    return List.of();
  }

  private int endWithBlanks(int end) {
    int at = end;
    while (at < output.text().length() && Character.isWhitespace(output.text().charAt(at))) {
      at++;
    }
    return at;
  }

  private static Map<Frame, Set<Integer>> renderedBranches(List<Frame> frames) {
    Map<Frame, Set<Integer>> rendered = new HashMap<>();
    for (Frame frame : frames) {
      if (frame.kind() == Frame.Kind.BRANCH && frame.parent().isPresent()) {
        rendered
            .computeIfAbsent(frame.parent().get(), block -> new HashSet<>())
            .add(frame.branch());
      }
    }
    return rendered;
  }

  /** The values for which a branch was left out. */
  private List<Value> hiding(Block block, int branch, Set<Integer> rendered, Scope scope) {
    if (block.keyword().equals("range")) {
      Symbol collection = trails.value(block.branches().get(0).pipeline(), scope);
      boolean isEmpty = branch == 0 && !facts.truth(collection).orElse(true);
      return isEmpty && collection instanceof Value value ? List.of(value) : List.of();
    }
    Optional<Integer> taken = rendered.stream().filter(other -> other < branch).findFirst();
    Pipeline decisive = block.branches().get(taken.orElse(branch)).pipeline();
    return conditions
        .judge(decisive, scope)
        .filter(verdict -> verdict.holds() == taken.isPresent())
        .map(Verdict::because)
        .orElse(List.of());
  }
}
