package dev.seaworthy.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlDocument;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;

/** Objects from text. */
final class Manifests {

  private Manifests() {}

  static List<KubernetesObject> parse(String yaml) {
    return parse(yaml, ClusterProfile.DEFAULT);
  }

  static List<KubernetesObject> parse(String yaml, ClusterProfile cluster) {
    List<KubernetesObject> objects = new ArrayList<>();
    for (YamlDocument document : documents(yaml)) {
      objects.addAll(new ObjectReader(cluster).read(document).objects());
    }
    return objects;
  }

  /** The only object in a text. */
  static KubernetesObject object(String yaml) {
    List<KubernetesObject> objects = parse(yaml);
    assertThat(objects).hasSize(1);
    return objects.get(0);
  }

  /** A pod with a spec, which is written as if it stood at the start of a line. */
  static Workload pod(String spec) {
    return pod(spec, "", ClusterProfile.DEFAULT);
  }

  /**
   * A pod with a spec and annotations, which are written as if they stood at the start of a line.
   */
  static Workload pod(String spec, String annotations, ClusterProfile cluster) {
    String yaml =
        "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n"
            + annotations.indent(4)
            + "spec:\n"
            + spec.indent(2);
    List<KubernetesObject> objects = parse(yaml, cluster);
    assertThat(objects).hasSize(1);
    assertThat(objects.get(0).workloads()).hasSize(1);
    return objects.get(0).workloads().get(0);
  }

  static List<YamlDocument> documents(String yaml) {
    YamlStream stream = YamlReader.read(new SourceText("test.yaml", yaml));
    assertThat(stream.problems()).isEmpty();
    return stream.documents();
  }
}
