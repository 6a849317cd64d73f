package dev.seaworthy.bench;

import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.schema.ApiKind;
import dev.seaworthy.schema.KubernetesSchemas;
import dev.seaworthy.schema.validate.CompiledSchema;
import dev.seaworthy.schema.validate.SchemaProblem;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;

/** Prints the heap that the schemas of kinds take once objects were held against them. */
final class SchemaMemory {

  /** The kinds that most repositories have. */
  private static final List<String> KINDS =
      List.of(
          "Pod",
          "Service",
          "ConfigMap",
          "Secret",
          "ServiceAccount",
          "Namespace",
          "PersistentVolumeClaim",
          "Deployment",
          "StatefulSet",
          "DaemonSet",
          "ReplicaSet",
          "Job",
          "CronJob",
          "Ingress",
          "NetworkPolicy",
          "Role",
          "RoleBinding",
          "ClusterRole",
          "ClusterRoleBinding",
          "PodDisruptionBudget");

  private SchemaMemory() {}

  public static void main(String[] arguments) throws SchemaProblem {
    YamlNode object =
        YamlReader.read(new SourceText("web.yaml", Manifests.deployment(1)))
            .documents()
            .get(0)
            .root();
    CompiledSchema.prepare();
    List<CompiledSchema> kept = new ArrayList<>();
    long before = used();
    for (KubernetesVersion version : KubernetesSchemas.versions()) {
      KubernetesSchemas schemas = KubernetesSchemas.of(version);
      for (ApiKind kind : schemas.kinds()) {
        if (KINDS.contains(kind.kind())) {
          CompiledSchema schema =
              CompiledSchema.of(schemas.schema(kind.apiVersion(), kind.kind()).orElseThrow());
          schema.validate(object);
          kept.add(schema);
        }
      }
      long after = used();
      System.out.printf(
          "%s: %d schemas so far, %d kB more%n", version, kept.size(), (after - before) / 1000);
      before = after;
    }
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
