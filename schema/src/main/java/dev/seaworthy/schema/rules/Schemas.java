package dev.seaworthy.schema.rules;

import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.schema.ApiHistory;
import dev.seaworthy.schema.KubernetesSchemas;
import dev.seaworthy.schema.SchemaSource;
import dev.seaworthy.schema.location.SchemaLocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    return of(List.of(Optional.empty()));
  }

  /**
   * Those of locations, the first that has a kind.
   *
   * @param locations the schemas for a version; empty stands for those of Kubernetes itself
   */
  public static Schemas of(List<Optional<SchemaLocation>> locations) {
    Map<KubernetesVersion, List<SchemaSource>> known = new ConcurrentHashMap<>();
    return new Schemas(
        version ->
            known.computeIfAbsent(
                version,
                target -> locations.stream().map(location -> source(location, target)).toList()),
        kubernetes());
  }

  private static SchemaSource source(Optional<SchemaLocation> location, KubernetesVersion version) {
    return location
        .map(folder -> folder.of(version))
        .orElseGet(() -> KubernetesSchemas.of(version));
  }

  /** What came and went with the versions of Kubernetes. */
  public static ApiHistory kubernetes() {
    return new ApiHistory(
        KubernetesSchemas.versions(), version -> KubernetesSchemas.of(version).kinds());
  }
}
