package dev.seaworthy.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the pod specs in an object: in the nine built-in kinds by their path, in custom resources
 * by a known path or by their shape.
 */
final class PodTemplates {

  private static final FieldPath TEMPLATE_SPEC = FieldPath.of("spec", "template", "spec");

  /**
   * Where the pod spec lies, by group and kind, whatever it looks like. Custom resources are here
   * only if shape cannot tell, as a container without a name or an image may be all there is.
   */
  private static final Map<String, FieldPath> KNOWN =
      Map.ofEntries(
          Map.entry("/Pod", FieldPath.of("spec")),
          Map.entry("/PodTemplate", FieldPath.of("template", "spec")),
          Map.entry("/ReplicationController", TEMPLATE_SPEC),
          Map.entry("apps/ReplicaSet", TEMPLATE_SPEC),
          Map.entry("apps/Deployment", TEMPLATE_SPEC),
          Map.entry("apps/StatefulSet", TEMPLATE_SPEC),
          Map.entry("apps/DaemonSet", TEMPLATE_SPEC),
          Map.entry("extensions/ReplicaSet", TEMPLATE_SPEC),
          Map.entry("extensions/Deployment", TEMPLATE_SPEC),
          Map.entry("extensions/DaemonSet", TEMPLATE_SPEC),
          Map.entry("batch/Job", TEMPLATE_SPEC),
          Map.entry(
              "batch/CronJob", FieldPath.of("spec", "jobTemplate", "spec", "template", "spec")),
          Map.entry("argoproj.io/Rollout", TEMPLATE_SPEC),
          Map.entry("serving.knative.dev/Service", TEMPLATE_SPEC),
          Map.entry("serving.knative.dev/Configuration", TEMPLATE_SPEC),
          Map.entry("serving.knative.dev/Revision", FieldPath.of("spec")),
          Map.entry("apps.kruise.io/CloneSet", TEMPLATE_SPEC),
          Map.entry("apps.kruise.io/StatefulSet", TEMPLATE_SPEC),
          Map.entry("apps.kruise.io/DaemonSet", TEMPLATE_SPEC),
          Map.entry("apps.kruise.io/BroadcastJob", TEMPLATE_SPEC),
          Map.entry("apps.openshift.io/DeploymentConfig", TEMPLATE_SPEC));

  /** Groups whose objects hold patterns of pods, or values for a chart, and no pods. */
  private static final Set<String> WITHOUT_PODS =
      Set.of("kyverno.io", "gatekeeper.sh", "helm.toolkit.fluxcd.io", "kustomize.config.k8s.io");

  /**
   * Members that may look like a pod spec and are none: values for a chart, and the containers of
   * an Argo workflow's step, whose pod-level settings lie elsewhere.
   */
  private static final Set<String> LOOKALIKES =
      Set.of("values", "valuesObject", "valuesInline", "containerSet");

  /** A group that is not built in, for all its name. */
  private static final String SPARK = "sparkoperator.k8s.io";

  private PodTemplates() {}

  /** The pod specs of an object, in the order of the text. */
  static List<Field> find(KubernetesObject object) {
    String group = object.reference().group();
    FieldPath known = KNOWN.get(group + "/" + object.kind());
    if (known != null) {
      Field spec = object.root().get(known);
      return spec.isMapping() ? List.of(spec) : List.of();
    }
    List<Field> found = new ArrayList<>();
    if (mayHoldPods(group)) {
      for (Field member : object.root().members()) {
        if (!member.path().name().equals("metadata") && !member.path().name().equals("status")) {
          findByShape(member, found);
        }
      }
    }
    return found;
  }

  private static boolean mayHoldPods(String group) {
    boolean builtIn = !group.contains(".") || group.endsWith(".k8s.io");
    return !(builtIn && !group.equals(SPARK))
        && WITHOUT_PODS.stream().noneMatch(no -> group.equals(no) || group.endsWith("." + no));
  }

  private static void findByShape(Field field, List<Field> found) {
    if (field.isMapping() && isPodSpec(field)) {
      found.add(field);
      return;
    }
    for (Field member : field.members()) {
      if (!LOOKALIKES.contains(member.path().name())) {
        findByShape(member, found);
      }
    }
    field.items().forEach(item -> findByShape(item, found));
  }

  /** A list of containers, at least one of them with an image: what every pod spec has. */
  private static boolean isPodSpec(Field field) {
    List<Field> containers = field.get("containers").items();
    boolean anyImage = false;
    for (Field container : containers) {
      boolean image = container.get("image").string().isPresent();
      if (!image && container.get("name").string().isEmpty()) {
        return false;
      }
      anyImage |= image;
    }
    return anyImage;
  }
}
