package dev.seaworthy.engine;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rule.ContainerRule;
import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import java.util.List;

/** A few small rules to try suppressions and configurations on. */
public final class TestRules {

  public static final List<Rule> ALL =
      List.of(
          new Privileged(),
          new PodField("host-pid", "hostPID"),
          new PodField("host-ipc", "hostIPC"),
          new PodField("pod-security/hostNetwork", "hostNetwork"));

  private TestRules() {}

  private static RuleMetadata.Builder metadata(String id) {
    return RuleMetadata.builder(id, "something is wrong").category("test").remediation("Mend it.");
  }

  private record Privileged(RuleMetadata metadata) implements ContainerRule {

    Privileged() {
      this(TestRules.metadata("privileged-container").aliases("KSV-0017").build());
    }

    @Override
    public void check(Container container, Violations violations) {
      if (container.security().privileged().is(true)) {
        violations.report(container.security().privileged().field(), container + " is privileged");
      }
    }
  }

  /** Wants a field of a pod not to be true; all of these rules share an alias. */
  private record PodField(RuleMetadata metadata, String field) implements ObjectRule {

    PodField(String id, String field) {
      this(TestRules.metadata(id).aliases("HOST-ALL").build(), field);
    }

    @Override
    public void check(KubernetesObject object, Violations violations) {
      object.workloads().stream()
          .map(workload -> workload.spec().get(field))
          .filter(value -> value.isTrue())
          .forEach(value -> violations.report(value, "'" + field + "' is set"));
    }
  }
}
