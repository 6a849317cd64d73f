package dev.seaworthy.engine;

import dev.seaworthy.yaml.YamlLimits;

/**
 * Bounds on the work for one input. Beyond them there is a {@link dev.seaworthy.source.Problem}.
 *
 * @param maxFileBytes the size of a source in bytes
 * @param yaml bounds on what is read
 * @param maxReadsPerRule how many fields a rule may look up on one object (for a project rule: in
 *     all)
 * @param maxFindingsPerRule the findings of one rule in one source that are kept
 */
public record Limits(
    int maxFileBytes, YamlLimits yaml, long maxReadsPerRule, int maxFindingsPerRule) {

  /** Far above real manifests, far below trouble. */
  public static final Limits DEFAULT = new Limits(32 << 20, YamlLimits.DEFAULT, 20_000_000, 10_000);

  /** These limits with another size of a source in bytes. */
  public Limits withMaxFileBytes(int bytes) {
    return new Limits(bytes, yaml, maxReadsPerRule, maxFindingsPerRule);
  }
}
