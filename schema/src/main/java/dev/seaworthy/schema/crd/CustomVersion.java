package dev.seaworthy.schema.crd;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.schema.validate.CompiledSchema;
import dev.seaworthy.schema.validate.CustomResourceSchema;
import dev.seaworthy.schema.validate.SchemaProblem;
import dev.seaworthy.yaml.YamlNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a custom resource. Safe for any number of threads.
 *
 * <p>Its schema is made when it is first asked for.
 */
public final class CustomVersion {

  private final String name;
  private final boolean served;
  private final Field schema;
  private final boolean prunes;
  private final boolean hasStatus;
  private @Nullable Result result;

  private record Result(Optional<CompiledSchema> schema, @Nullable SchemaProblem problem) {}

  CustomVersion(String name, boolean served, Field schema, boolean prunes, boolean hasStatus) {
    this.name = name;
    this.served = served;
    this.schema = schema;
    this.prunes = prunes;
    this.hasStatus = hasStatus;
  }

  /** Such as {@code v1beta1}. */
  public String name() {
    return name;
  }

  /** Whether the API server takes objects of this version. */
  public boolean isServed() {
    return served;
  }

  /** Where the schema is, there or not. */
  public Field field() {
    return schema;
  }

  /**
   * The schema.
   *
   * @return empty if there is none: then all is allowed
   * @throws SchemaProblem if it cannot be used
   */
  public synchronized Optional<CompiledSchema> schema() throws SchemaProblem {
    Result known = result;
    if (known == null) {
      known = compile();
      result = known;
    }
    if (known.problem() != null) {
      throw known.problem();
    }
    return known.schema();
  }

  private Result compile() {
    Optional<YamlNode> node = schema.node();
    if (node.isEmpty()) {
      return new Result(Optional.empty(), null);
    }
    KubernetesObject definition = schema.object();
    boolean isStructural = definition.reference().apiVersion().endsWith("/v1");
    KubernetesVersion server = definition.cluster().version();
    try {
      CustomResourceSchema source =
          new CustomResourceSchema(node.get(), isStructural, prunes, hasStatus, server);
      return new Result(Optional.of(CompiledSchema.ofCustomResource(source)), null);
    } catch (SchemaProblem e) {
      return new Result(Optional.empty(), e);
    }
  }
}
