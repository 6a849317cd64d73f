package dev.seaworthy.engine;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rbac.MissingRole;
import dev.seaworthy.reach.Change;
import dev.seaworthy.reach.Reach;
import dev.seaworthy.reach.Step;
import dev.seaworthy.source.RelatedPlace;
import java.util.List;

/** Gives every place to what is known of a workload's reach, which may be in other files. */
final class ReachLocator {

  private ReachLocator() {}

  /**
   * @param scenarios the scenarios in which it holds; empty for what is not rendered
   */
  static WorkloadReach locate(Workload workload, Reach reach, List<String> scenarios) {
    return new WorkloadReach(
        workload.object().reference(),
        workload.spec().path().toString(),
        Locator.locate(workload.spec()).location(),
        reach.verdict(),
        reach.path().stream().map(ReachLocator::step).toList(),
        reach.cut().stream().map(ReachLocator::cut).toList(),
        reach.assumptions().stream()
            .map(used -> new ReachAssumption(used, used.text(workload.cluster())))
            .toList(),
        reach.missing().stream().map(ReachLocator::unknown).toList(),
        reach.refusal().map(ReachLocator::refusal),
        scenarios.isEmpty() ? Scenarios.NONE : new Scenarios(scenarios, false));
  }

  private static ReachStep step(Step step) {
    Placed placed = Placed.of(step.field());
    List<RelatedPlace> related = placed.related();
    for (Field other : step.fields().subList(1, step.fields().size())) {
      related.add(new RelatedPlace(Locator.locate(other).location(), "together with this"));
    }
    return new ReachStep(
        step.edge(),
        step.from(),
        step.to(),
        step.message(),
        placed.location(),
        related,
        step.role());
  }

  private static ReachCut cut(Change change) {
    return new ReachCut(
        change.field().object().reference(),
        change.field().path().toString(),
        change.value(),
        change.message(),
        Locator.locate(change.field()).location());
  }

  private static RelatedPlace unknown(MissingRole role) {
    return new RelatedPlace(
        Locator.locate(role.binding().root().get("roleRef", "name")).location(),
        "'"
            + role.binding()
            + "' gives "
            + role.kind()
            + " '"
            + role.name()
            + "', which is not known");
  }

  private static RelatedPlace refusal(Field label) {
    return new RelatedPlace(
        Locator.locate(label).location(),
        "namespace '"
            + label.object().name()
            + "' enforces '"
            + label.text()
            + "', which refuses the pod");
  }
}
