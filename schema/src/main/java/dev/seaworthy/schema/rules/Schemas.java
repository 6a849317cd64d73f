package dev.seaworthy.schema.rules;

import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.schema.ApiHistory;
import dev.seaworthy.schema.KubernetesSchemas;
import dev.seaworthy.schema.SchemaSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What objects are held against, beside the definitions of custom resources that are analysed with
 * them.
 *
 * @param sources the schemas for a version of Kubernetes: the first source that knows a kind
 *     counts. Each time the same instances, for what is made of a schema is kept by its source.
 * @param history which kinds came and went
 */
public record Schemas(Function<KubernetesVersion, List<SchemaSource>> sources, ApiHistory history) {

  /** Those of Kubernetes itself. */
  public static Schemas bundled() {
    Map<KubernetesVersion, List<SchemaSource>> known = new ConcurrentHashMap<>();
    return new Schemas(
        version -> known.computeIfAbsent(version, target -> List.of(KubernetesSchemas.of(target))),
        kubernetes());
  }

  /** What came and went with the versions of Kubernetes. */
  public static ApiHistory kubernetes() {
    return new ApiHistory(
        KubernetesSchemas.versions(), version -> KubernetesSchemas.of(version).kinds());
  }
}
