package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.List;
import java.util.Map;

/**
 * Flags fields for Linux in a pod that says that it is for Windows, and the reverse. Only {@code
 * spec.os.name} counts: the API server does not look at node selectors here.
 */
public final class InvalidOsField implements WholePodRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-os-field", "field is not for the operating system of the pod")
          .category("invalid")
          .remediation("Remove the field, or name the right operating system in 'os.name'.")
          .references(
              "https://kubernetes.io/docs/concepts/workloads/pods/#pod-os",
              "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/")
          .build();

  private static final List<String> NOT_FOR_WINDOWS_PODS =
      List.of(
          "seLinuxOptions",
          "seccompProfile",
          "fsGroup",
          "fsGroupChangePolicy",
          "runAsUser",
          "runAsGroup");

  private static final List<String> NOT_FOR_WINDOWS_CONTAINERS =
      List.of(
          "seLinuxOptions",
          "seccompProfile",
          "capabilities",
          "readOnlyRootFilesystem",
          "privileged",
          "allowPrivilegeEscalation",
          "runAsUser",
          "runAsGroup");

  /** Fields of both levels that older servers drop, with the minor version that does not. */
  private static final Map<String, Integer> NOT_FOR_WINDOWS_SINCE =
      Map.of(
          "appArmorProfile", 30,
          "procMount", 33,
          "seLinuxChangePolicy", 33,
          "supplementalGroupsPolicy", 33);

  private static final List<String> NOT_EMPTY_FOR_WINDOWS =
      List.of("sysctls", "supplementalGroups");

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void judge(Workload workload, Violations violations) {
    Field os = workload.spec().get("os", "name");
    if (!os.isPresent() || !workload.cluster().version().isAtLeast(1, 25)) {
      return;
    }
    Report report = new Report(os, violations);
    switch (os.text()) {
      case "windows" -> checkWindows(workload, report);
      case "linux" -> checkLinux(workload, report);
      default -> {}
    }
  }

  private static void checkLinux(Workload workload, Report report) {
    report.unlessAbsent(workload.security().context().get("windowsOptions"));
    for (Container container : workload.containers()) {
      report.unlessAbsent(container.security().context().get("windowsOptions"));
    }
  }

  private static void checkWindows(Workload workload, Report report) {
    Field spec = workload.spec();
    report.unlessFalse(spec.get("hostPID"));
    report.unlessFalse(spec.get("hostIPC"));
    report.unlessAbsent(spec.get("shareProcessNamespace"));
    if (workload.cluster().userNamespaces()) {
      report.unlessAbsent(spec.get("hostUsers"));
    }
    Field context = workload.security().context();
    NOT_FOR_WINDOWS_PODS.forEach(name -> report.unlessAbsent(context.get(name)));
    for (String list : NOT_EMPTY_FOR_WINDOWS) {
      if (!context.get(list).items().isEmpty()) {
        report.unlessAbsent(context.get(list));
      }
    }
    checkNewer(context, report);
    if (workload.cluster().version().isAtLeast(1, 34)) {
      report.unlessAbsent(spec.get("resources"));
    }
    for (Container container : workload.containers()) {
      Field own = container.security().context();
      NOT_FOR_WINDOWS_CONTAINERS.forEach(name -> report.unlessAbsent(own.get(name)));
      checkNewer(own, report);
    }
  }

  private static void checkNewer(Field context, Report report) {
    KubernetesVersion version = context.object().cluster().version();
    NOT_FOR_WINDOWS_SINCE.forEach(
        (name, minor) -> {
          if (version.isAtLeast(1, minor)) {
            report.unlessAbsent(context.get(name));
          }
        });
  }

  /** Reports fields that are there. */
  private record Report(Field os, Violations violations) {

    void unlessAbsent(Field field) {
      if (field.isPresent()) {
        violations.report(
            Violation.at(field, "'" + field.path().name() + "' is not for " + os.text() + " pods")
                .with(os, "this is the operating system"));
      }
    }

    void unlessFalse(Field field) {
      if (field.isTrue()) {
        unlessAbsent(field);
      }
    }
  }
}
