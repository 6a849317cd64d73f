package dev.seaworthy.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pod specs in an object: in the nine built-in kinds by their path, in custom resources
 * by a known path or by their shape.
 */
final class PodTemplates {

  private static final FieldPath TEMPLATE_SPEC = FieldPath.of("spec", "template", "spec");

  private static final Set<String> BUILT_IN_GROUPS = Set.of("", "apps", "batch", "extensions");

  /**
   * The kinds of the built-in groups, whichever group an object names: one in the wrong group was
   * meant to be judged all the same.
   */
  private static final Map<String, FieldPath> BUILT_IN =
      Map.of(
          "Pod", FieldPath.of("spec"),
          "PodTemplate", FieldPath.of("template", "spec"),
          "ReplicationController", TEMPLATE_SPEC,
          "ReplicaSet", TEMPLATE_SPEC,
          "Deployment", TEMPLATE_SPEC,
          "StatefulSet", TEMPLATE_SPEC,
          "DaemonSet", TEMPLATE_SPEC,
          "Job", TEMPLATE_SPEC,
          "CronJob", FieldPath.of("spec", "jobTemplate", "spec", "template", "spec"));

  /**
   * Custom resources whose pod spec lies in a known place. They are here only if shape cannot tell,
   * as a container without a name or an image may be all there is.
   */
  private static final Map<String, FieldPath> CUSTOM =
      Map.of(
          "argoproj.io/Rollout", TEMPLATE_SPEC,
          "serving.knative.dev/Service", TEMPLATE_SPEC,
          "serving.knative.dev/Configuration", TEMPLATE_SPEC,
          "serving.knative.dev/Revision", FieldPath.of("spec"),
          "apps.kruise.io/CloneSet", TEMPLATE_SPEC,
          "apps.kruise.io/StatefulSet", TEMPLATE_SPEC,
          "apps.kruise.io/DaemonSet", TEMPLATE_SPEC,
          "apps.kruise.io/BroadcastJob", TEMPLATE_SPEC,
          "apps.openshift.io/DeploymentConfig", TEMPLATE_SPEC);

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
    @Nullable FieldPath known =
        BUILT_IN_GROUPS.contains(group)
            ? BUILT_IN.get(object.kind())
            : CUSTOM.get(group + "/" + object.kind());
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
