package dev.seaworthy.rego.policy;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.NodeDefaults;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.rego.value.RegoYaml;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What policies see of an object. Made once for all policies: they judge an object one after the
 * other, on one thread.
 */
final class PolicyInput {

  /** Weak: a thread that lives on keeps nothing of what it has judged. */
  private static final ThreadLocal<@Nullable WeakReference<PolicyInput>> LATEST =
      new ThreadLocal<>();

  private final KubernetesObject object;
  private final RegoValue document;
  private final List<RegoObject> inputs;

  private PolicyInput(KubernetesObject object) {
    this.object = object;
    this.document = RegoYaml.of(object.node());
    this.inputs = inputs(object, document);
  }

  static PolicyInput of(KubernetesObject object) {
    WeakReference<PolicyInput> reference = LATEST.get();
    PolicyInput latest = reference == null ? null : reference.get();
    if (latest == null || latest.object != object) {
      latest = new PolicyInput(object);
      LATEST.set(new WeakReference<>(latest));
    }
    return latest;
  }

  /** The object as it is written: {@code input} of policies in Conftest's style. */
  RegoValue document() {
    return document;
  }

  /** {@code input} of native policies: one for each pod, or one for an object without any. */
  List<RegoObject> inputs() {
    return inputs;
  }

  private static List<RegoObject> inputs(KubernetesObject object, RegoValue document) {
    RegoObject plain =
        RegoObject.builder()
            .put("object", document)
            .put("cluster", cluster(object.cluster()))
            .build();
    if (PersistentVolumeView.shows(object)) {
      RegoObject view = PersistentVolumeView.of(object);
      return List.of(plain.with(new RegoString("persistentVolume"), view));
    }
    if (object.workloads().isEmpty()) {
      return List.of(plain);
    }
    List<RegoObject> inputs = new ArrayList<>(object.workloads().size());
    for (Workload workload : object.workloads()) {
      RegoObject view = new WorkloadView(workload, document).value();
      inputs.add(plain.with(new RegoString("workload"), view));
    }
    return inputs;
  }

  private static RegoObject cluster(ClusterProfile cluster) {
    NodeDefaults nodes = cluster.nodes();
    return RegoObject.builder()
        .put("version", new RegoString(cluster.version().toString()))
        .put("major", RegoNumber.of(cluster.version().major()))
        .put("minor", RegoNumber.of(cluster.version().minor()))
        .put("rootlessNodes", RegoBoolean.of(cluster.rootlessNodes()))
        .put("userNamespaces", RegoBoolean.of(cluster.userNamespaces()))
        .put("seccompDefault", RegoBoolean.of(cluster.seccompDefault()))
        .put("runtimeDefaultCapabilities", sorted(nodes.runtimeDefaultCapabilities()))
        .put("anonymousKubeletPort", RegoBoolean.of(nodes.anonymousKubeletPort()))
        .put("unprivilegedBpf", RegoBoolean.of(nodes.unprivilegedBpf()))
        .put("socketGroupRights", RegoBoolean.of(nodes.socketGroupRights()))
        .put("controlPlaneTaints", RegoBoolean.of(nodes.controlPlaneTaints()))
        .put("seLinuxEnforced", RegoBoolean.of(nodes.seLinuxEnforced()))
        .put("deviceCgroup", RegoBoolean.of(nodes.deviceCgroup()))
        .build();
  }

  private static RegoArray sorted(Collection<String> texts) {
    return RegoArray.of(texts.stream().sorted().map(RegoString::new).toList());
  }
}
