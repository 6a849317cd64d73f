package dev.seaworthy.rego.policy;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.HostPath;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import java.util.List;

/** What policies see of a persistent volume, {@code input.persistentVolume}. */
final class PersistentVolumeView {

  private PersistentVolumeView() {}

  static boolean shows(KubernetesObject object) {
    return object.kind().equals("PersistentVolume") && object.reference().apiVersion().equals("v1");
  }

  /** The volume with the path on the node, if its source has one. */
  static RegoObject of(KubernetesObject object) {
    RegoObject.Builder view = RegoObject.builder().put("name", new RegoString(object.name()));
    for (String source : List.of("hostPath", "local")) {
      Field field = object.root().get("spec", source);
      if (field.isPresent()) {
        view.put(source, WorkloadView.hostPath(new HostPath(field, ""), true));
      }
    }
    return view.build();
  }
}
