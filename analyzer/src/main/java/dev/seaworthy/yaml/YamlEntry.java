package dev.seaworthy.yaml;

import java.util.Optional;

/**
 * A key and its value in a mapping.
 *
 * @param key the key as written
 * @param name the key as the JSON that Kubernetes reads has it: {@code yes} becomes {@code true},
 *     {@code 0644} becomes {@code 420}
 * @param value the value
 * @param mergedThrough the alias after {@code <<} that brought the entry into the mapping, where it
 *     came that way
 */
public record YamlEntry(
    YamlScalar key, String name, YamlNode value, Optional<YamlAlias> mergedThrough) {}
