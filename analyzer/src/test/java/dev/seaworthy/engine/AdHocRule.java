package dev.seaworthy.engine;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.Project;
import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.ProjectRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Rules written for one test. */
final class AdHocRule {

  private AdHocRule() {}

  static ObjectRule onObject(String id, BiConsumer<KubernetesObject, Violations> check) {
    return new OnObject(metadata(id).build(), check);
  }

  /** Reports one field of each object. */
  static ObjectRule at(String id, Function<KubernetesObject, Field> field) {
    return onObject(
        id, (object, violations) -> violations.report(field.apply(object), "it is wrong"));
  }

  /** Reports the field that a chain of names leads to, there or not. */
  static ObjectRule at(String id, String first, String... more) {
    return at(id, object -> object.root().get(first, more));
  }

  static ProjectRule onProject(String id, BiConsumer<Project, Violations> check) {
    return new OnProject(metadata(id).build(), check);
  }

  static RuleMetadata.Builder metadata(String id) {
    return RuleMetadata.builder(id, "something is wrong").category("test").remediation("Mend it.");
  }

  static List<String> places(List<Finding> findings) {
    return findings.stream().map(finding -> finding.location().toString()).toList();
  }

  private record OnObject(RuleMetadata metadata, BiConsumer<KubernetesObject, Violations> judgement)
      implements ObjectRule {
    @Override
    public void check(KubernetesObject object, Violations violations) {
      judgement.accept(object, violations);
    }
  }

  private record OnProject(RuleMetadata metadata, BiConsumer<Project, Violations> judgement)
      implements ProjectRule {
    @Override
    public void check(Project project, Violations violations) {
      judgement.accept(project, violations);
    }
  }
}
