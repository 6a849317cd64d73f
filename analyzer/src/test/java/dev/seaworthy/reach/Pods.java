package dev.seaworthy.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ObjectReader;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.model.Workload;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlStream;
import java.util.List;

/** Pods from text, and what they reach. */
final class Pods {

  private static final ReachAnalysis ANALYSIS = ReachAnalysis.of(ScannedObjects.NONE);

  private Pods() {}

  /** A pod with a spec, which is written as if it stood at the start of a line. */
  static Workload pod(String spec) {
    return pod(spec, ClusterProfile.DEFAULT);
  }

  static Workload pod(String spec, ClusterProfile cluster) {
    String yaml = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n" + spec.indent(2);
    YamlStream stream = YamlReader.read(new SourceText("test.yaml", yaml));
    assertThat(stream.problems()).isEmpty();
    List<KubernetesObject> objects =
        new ObjectReader(cluster).read(stream.documents().get(0)).objects();
    return objects.get(0).workloads().get(0);
  }

  static Reach reach(String spec) {
    return ANALYSIS.of(pod(spec));
  }

  static Reach reach(Workload workload) {
    return ANALYSIS.of(workload);
  }
}
