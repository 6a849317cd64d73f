package dev.seaworthy.schema.validate;

import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.yaml.YamlNode;

/**
 * What a definition says of the objects of one version of a custom resource.
 *
 * @param schema the {@code openAPIV3Schema}
 * @param isStructural whether the API server takes none but structural schemas
 * @param prunes whether the API server drops fields that the schema does not have
 * @param hasStatus whether the status is a subresource: then the server drops that of a new object
 *     before it looks at values
 * @param kubernetes the version of the server, which decides on the formats it knows
 */
public record CustomResourceSchema(
    YamlNode schema,
    boolean isStructural,
    boolean prunes,
    boolean hasStatus,
    KubernetesVersion kubernetes) {}
