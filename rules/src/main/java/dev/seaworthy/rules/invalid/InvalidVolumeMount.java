package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Suggestions;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Flags mounts that cannot be: of a volume that the pod does not have, two at one path, with a part
 * of the volume that lies outside it, or handed back to the host by a container that may not.
 */
public final class InvalidVolumeMount implements WholePodRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-volume-mount", "volume cannot be mounted so")
          .category("invalid")
          .remediation(
              "Mount a volume of the pod, each at a path of its own and once, as a folder or as a"
                  + " device.")
          .references(
              "https://kubernetes.io/docs/concepts/storage/volumes/",
              "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/")
          .build();

  private static final Set<String> RECURSIVE = Set.of("Enabled", "IfPossible");
  private static final Set<String> PROPAGATING = Set.of("HostToContainer", "Bidirectional");

  /** Comparing each name with each takes too long beyond it. */
  private static final int MOST_CANDIDATES = 100;

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void judge(Workload workload, Violations violations) {
    Map<String, Field> volumes = volumes(workload);
    boolean complete = isComplete(workload);
    for (Container container : workload.containers()) {
      Check check = new Check(container, volumes, complete, violations);
      container.field().get("volumeMounts").items().forEach(check::mount);
      container.field().get("volumeDevices").items().forEach(check::device);
    }
  }

  /**
   * The volumes of the pods, with the claims that a StatefulSet makes for each, which come first.
   */
  private static Map<String, Field> volumes(Workload workload) {
    Map<String, Field> volumes = new LinkedHashMap<>();
    KubernetesObject object = workload.object();
    for (Field volume : workload.spec().get("volumes").items()) {
      volumes.put(volume.get("name").text(), volume);
    }
    for (Field claim : object.root().get("spec", "volumeClaimTemplates").items()) {
      volumes.put(claim.get("metadata", "name").text(), claim);
    }
    return volumes;
  }

  /** A pod without a name is a pattern that another program completes. */
  private static boolean isComplete(Workload workload) {
    boolean variable =
        workload.spec().get("volumes").items().stream()
            .anyMatch(volume -> Placeholder.isIn(volume.get("name").text()));
    return !workload.object().name().isEmpty() && !variable;
  }

  /** What one container mounts. */
  private static final class Check {

    private final Container container;
    private final Map<String, Field> volumes;
    private final boolean complete;
    private final Violations violations;
    private final Map<String, Field> byPath = new HashMap<>();
    private final Map<String, Field> mounted = new HashMap<>();
    private final Map<String, Field> devices = new HashMap<>();

    Check(
        Container container, Map<String, Field> volumes, boolean complete, Violations violations) {
      this.container = container;
      this.volumes = volumes;
      this.complete = complete;
      this.violations = violations;
    }

    void mount(Field mount) {
      Field name = mount.get("name");
      mounted.putIfAbsent(name.text(), name);
      checkVolume(name, "mounts");
      checkPath(mount.get("mountPath"));
      checkPart(mount);
      checkReadOnly(mount);
      Field propagation = mount.get("mountPropagation");
      if (propagation.text().equals("Bidirectional")
          && !container.security().privileged().is(true)) {
        violations.report(
            propagation,
            "'mountPropagation' 'Bidirectional' is for privileged containers, and "
                + container
                + " is none");
      }
    }

    void device(Field device) {
      Field name = device.get("name");
      checkVolume(name, "uses");
      Field path = device.get("devicePath");
      checkPath(path);
      if (DescendingPath.goesUp(path.text())) {
        violations.report(path, "the path of a device has no '..', and '" + path.text() + "' does");
      }
      Field twin = devices.putIfAbsent(name.text(), name);
      if (twin != null && !name.text().isEmpty()) {
        violations.report(
            Violation.at(name, container + " has device '" + name.text() + "' twice")
                .with(twin, "this is the first"));
      }
      Field other = mounted.get(name.text());
      if (other != null && !name.text().isEmpty()) {
        violations.report(
            Violation.at(
                    name,
                    container + " has volume '" + name.text() + "' as a folder and as a device")
                .with(other, "it is mounted here"));
      }
      Field volume = volumes.get(name.text());
      if (volume != null && !mayBeDevice(volume)) {
        violations.report(
            Violation.at(
                    name, "volume '" + name.text() + "' comes from no claim, so it is no device")
                .with(volume, "this is the volume"));
      }
    }

    private static boolean mayBeDevice(Field volume) {
      return volume.get("persistentVolumeClaim").isPresent()
          || volume.get("ephemeral").isPresent()
          || volume.get("metadata").isPresent();
    }

    private void checkVolume(Field name, String verb) {
      String text = name.string().orElse("");
      if (complete && !text.isEmpty() && !volumes.containsKey(text) && !Placeholder.isIn(text)) {
        violations.report(
            name,
            container
                + " "
                + verb
                + " volume '"
                + text
                + "', which the pod does not have"
                + didYouMean(text));
      }
    }

    private String didYouMean(String name) {
      return volumes.size() > MOST_CANDIDATES ? "" : Suggestions.didYouMean(name, volumes.keySet());
    }

    private void checkPath(Field path) {
      String text = path.text();
      if (text.isEmpty()) {
        return;
      }
      Field other = byPath.putIfAbsent(text, path);
      if (other != null && !Placeholder.isIn(text)) {
        violations.report(
            Violation.at(path, container + " has two volumes at '" + text + "'")
                .with(other, "this is the first"));
      }
    }

    private void checkPart(Field mount) {
      Field part = mount.get("subPath");
      Field expression = mount.get("subPathExpr");
      if (!part.text().isEmpty() && !expression.text().isEmpty()) {
        violations.report(
            Violation.at(expression, "a mount has either 'subPath' or 'subPathExpr'")
                .with(part, "this is the other"));
      }
      DescendingPath.check(part, "the volume", violations);
      DescendingPath.check(expression, "the volume", violations);
    }

    private void checkReadOnly(Field mount) {
      Field recursive = mount.get("recursiveReadOnly");
      String text = recursive.text();
      // older servers drop the field
      if (!container.workload().cluster().version().isAtLeast(1, 31) || !RECURSIVE.contains(text)) {
        return;
      }
      String what = "'recursiveReadOnly' '" + text + "'";
      Field readOnly = mount.get("readOnly");
      if (!readOnly.isTrue() && !Placeholder.isIn(readOnly.text())) {
        violations.report(recursive, what + " needs 'readOnly' true");
      }
      Field propagation = mount.get("mountPropagation");
      if (PROPAGATING.contains(propagation.text())) {
        violations.report(
            Violation.at(recursive, what + " excludes 'mountPropagation'")
                .with(propagation, "this is the other"));
      }
    }
  }
}
