package dev.seaworthy.yaml;

/**
 * Bounds on what is read from one source. Beyond them there is a {@link
 * dev.seaworthy.source.Problem}, and nothing hangs or runs out of memory.
 *
 * @param maxDepth the levels of nesting, as the API server's decoders have a bound too
 * @param maxDocuments the documents in one stream
 * @param maxAliasedNodes the nodes of one document that are reached through aliases, each time
 *     counted anew: what an "alias bomb" multiplies
 */
public record YamlLimits(int maxDepth, int maxDocuments, int maxAliasedNodes) {

  /** Far above real manifests, far below trouble. */
  public static final YamlLimits DEFAULT = new YamlLimits(200, 10_000, 1_000_000);
}
