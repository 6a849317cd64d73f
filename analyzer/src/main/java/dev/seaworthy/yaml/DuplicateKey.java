package dev.seaworthy.yaml;

/**
 * A key that a mapping holds twice. Kubernetes keeps the later value without a word.
 *
 * @param name the key
 * @param ignored the earlier key, whose value has no effect
 * @param kept the later key
 */
public record DuplicateKey(String name, YamlScalar ignored, YamlScalar kept) {}
