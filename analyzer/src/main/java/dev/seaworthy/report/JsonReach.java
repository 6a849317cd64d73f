package dev.seaworthy.report;

import dev.seaworthy.engine.ReachAssumption;
import dev.seaworthy.engine.ReachCut;
import dev.seaworthy.engine.ReachStep;
import dev.seaworthy.engine.WorkloadReach;
import java.util.Optional;

/** Writes how far a workload leads, as members of the object at hand. */
record JsonReach(JsonWriter json, JsonPlaces places) {

  void workload(WorkloadReach reach) {
    json.object("object", () -> places.object(reach.object()));
    json.member("path", reach.path());
    places.location(reach.location());
    json.member("verdict", reach.verdict().id());
    json.objects("steps", reach.steps(), this::step);
    json.objects("cut", reach.cut(), this::cut);
    json.objects("assumptions", reach.assumptions(), this::assumption);
    json.objects("unknown", reach.unknown(), places::related);
    reach.refusal().ifPresent(label -> json.object("refusedBy", () -> places.related(label)));
    places.scenarios(reach.scenarios());
  }

  private void step(ReachStep step) {
    json.member("edge", step.edge().id());
    json.member("title", step.edge().title());
    json.member("from", step.from().foothold().id());
    json.member("to", step.to().foothold().id());
    json.member("account", account(step));
    json.member("message", step.message());
    places.location(step.location());
    step.role().ifPresent(role -> json.object("role", () -> places.object(role)));
    json.objects("related", step.related(), places::related);
  }

  /** The account that is gained, or else the one that acts. */
  private static Optional<String> account(ReachStep step) {
    return step.to().account().or(step.from()::account).map(Object::toString);
  }

  private void cut(ReachCut cut) {
    json.object("object", () -> places.object(cut.object()));
    json.member("path", cut.path());
    json.member("value", cut.value());
    json.member("message", cut.message());
    places.location(cut.location());
  }

  private void assumption(ReachAssumption assumption) {
    json.member("id", assumption.assumption().id());
    json.member("text", assumption.text());
    json.member("setting", assumption.assumption().setting());
  }
}
