package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.ContainerType;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.List;

/**
 * Flags what has two sources, or none, where the API server wants one: volumes, their files,
 * variables, probes and hooks. A volume without a source is an empty folder, and {@code null} is no
 * source.
 */
public final class InvalidSource implements WholePodRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-source", "not exactly one source or handler is given")
          .category("invalid")
          .remediation(
              "Keep one of them. With Helm, a value of 'null' removes the default of a chart.")
          .references(
              "https://kubernetes.io/docs/concepts/storage/volumes/",
              "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/")
          .build();

  /** Those that no version drops for a feature gate: two of them are always too many. */
  private static final List<String> VOLUMES =
      List.of(
          "awsElasticBlockStore",
          "azureDisk",
          "azureFile",
          "cephfs",
          "cinder",
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "fc",
          "flexVolume",
          "flocker",
          "gcePersistentDisk",
          "gitRepo",
          "glusterfs",
          "hostPath",
          "iscsi",
          "nfs",
          "persistentVolumeClaim",
          "photonPersistentDisk",
          "portworxVolume",
          "projected",
          "quobyte",
          "rbd",
          "scaleIO",
          "secret",
          "storageos",
          "vsphereVolume");

  /** Those of them that every server knows. */
  private static final List<String> PROJECTED =
      List.of("configMap", "downwardAPI", "secret", "serviceAccountToken");

  private static final List<String> FILES = List.of("fieldRef", "resourceFieldRef");
  private static final List<String> ENV =
      List.of("fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef");
  private static final List<String> ENV_FROM = List.of("configMapRef", "secretRef");
  private static final List<String> HANDLERS = List.of("exec", "httpGet", "tcpSocket");
  private static final List<String> OF_PROBES = List.of("exec", "httpGet", "tcpSocket", "grpc");
  private static final List<String> OF_HOOKS = List.of("exec", "httpGet", "tcpSocket", "sleep");
  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void judge(Workload workload, Violations violations) {
    for (Field volume : workload.spec().get("volumes").items()) {
      reportTwo(
          "volume '" + volume.get("name").text() + "'",
          "sources",
          given(volume, VOLUMES),
          violations);
      checkFiles(volume.get("downwardAPI"), violations);
      checkProjected(volume.get("projected"), violations);
    }
    for (Container container : workload.containers()) {
      checkVariables(container, violations);
      boolean mayHaveProbes = container.type() == ContainerType.CONTAINER || container.isSidecar();
      if (mayHaveProbes) {
        checkHandlers(container, violations);
      }
    }
  }

  private static void checkProjected(Field projected, Violations violations) {
    for (Field source : projected.get("sources").items()) {
      reportTwo("an item of 'sources'", "sources", given(source, PROJECTED), violations);
      checkFiles(source.get("downwardAPI"), violations);
    }
  }

  private static void checkFiles(Field downward, Violations violations) {
    for (Field file : downward.get("items").items()) {
      String name = "file '" + file.get("path").text() + "'";
      List<Field> sources = given(file, FILES);
      if (file.isMapping() && sources.isEmpty()) {
        violations.report(file, name + " has no source: one of " + among(FILES) + " is needed");
      }
      reportTwo(name, "sources", sources, violations);
    }
  }

  private static void checkVariables(Container container, Violations violations) {
    for (Field variable : container.field().get("env").items()) {
      String name = "variable '" + variable.get("name").text() + "'";
      Field from = variable.get("valueFrom");
      List<Field> sources = given(from, ENV);
      if (from.isMapping() && sources.isEmpty() && !from.get("fileKeyRef").isPresent()) {
        violations.report(from, name + " has no source: one of " + among(ENV) + " is needed");
      } else if (!sources.isEmpty() && !variable.get("value").text().isEmpty()) {
        violations.report(
            Violation.at(from, name + " has both 'value' and 'valueFrom'")
                .with(variable.get("value"), "this is the value"));
      } else {
        reportTwo(name, "sources", sources, violations);
      }
    }
    for (Field from : container.field().get("envFrom").items()) {
      String name = "'envFrom' of " + container;
      List<Field> sources = given(from, ENV_FROM);
      if (from.isMapping() && sources.isEmpty()) {
        violations.report(from, name + " has no source: one of " + among(ENV_FROM) + " is needed");
      }
      reportTwo(name, "sources", sources, violations);
    }
  }

  private static void checkHandlers(Container container, Violations violations) {
    KubernetesVersion version = container.workload().cluster().version();
    List<String> ofProbes = version.isAtLeast(1, 24) ? OF_PROBES : HANDLERS;
    List<String> ofHooks = version.isAtLeast(1, 30) ? OF_HOOKS : HANDLERS;
    for (String probe : PROBES) {
      checkHandler(container, container.field().get(probe), ofProbes, violations);
    }
    Field lifecycle = container.field().get("lifecycle");
    if (lifecycle.isPresent()) {
      checkHandler(container, lifecycle.get("postStart"), ofHooks, violations);
      checkHandler(container, lifecycle.get("preStop"), ofHooks, violations);
    }
  }

  private static void checkHandler(
      Container container, Field handler, List<String> known, Violations violations) {
    if (!handler.isMapping()) {
      return;
    }
    String name = "'" + handler.path().name() + "' of " + container;
    List<Field> given = given(handler, known);
    boolean maybe = handler.get("grpc").isPresent() || handler.get("sleep").isPresent();
    if (given.isEmpty() && !maybe) {
      violations.report(handler, name + " has no handler: one of " + among(known) + " is needed");
    }
    reportTwo(name, "handlers", given, violations);
  }

  private static void reportTwo(
      String name, String what, List<Field> given, Violations violations) {
    if (given.size() > 1) {
      String first = given.get(0).path().name();
      Field second = given.get(1);
      violations.report(
          Violation.at(
                  second,
                  name
                      + " has two "
                      + what
                      + ": '"
                      + first
                      + "' and '"
                      + second.path().name()
                      + "'")
              .with(given.get(0), "this is the first"));
    }
  }

  private static List<Field> given(Field field, List<String> names) {
    return field.members().stream()
        .filter(member -> member.isPresent() && names.contains(member.path().name()))
        .toList();
  }

  private static String among(List<String> names) {
    return "'" + String.join("', '", names) + "'";
  }
}
