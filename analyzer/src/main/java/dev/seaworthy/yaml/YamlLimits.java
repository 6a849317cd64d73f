package dev.seaworthy.yaml;

/**
 * Bounds on what is read from one source. Beyond them there is a {@link
 * dev.seaworthy.source.Problem}, and nothing hangs or runs out of memory.
 *
 * @param maxDepth the levels of nesting, also where an alias leads on, as the API server's decoders
 *     have a bound too
 * @param maxDocuments the documents in one stream
 * @param maxNodes the values and keys in one stream: a value of two characters takes fifty bytes of
 *     memory
 * @param maxAliasedNodes the nodes in one stream that are reached through aliases or copied by
 *     merge keys, each time counted anew: what an "alias bomb" multiplies
 */
public record YamlLimits(int maxDepth, int maxDocuments, int maxNodes, int maxAliasedNodes) {

  /** Far above real manifests, far below trouble. */
  public static final YamlLimits DEFAULT = new YamlLimits(200, 10_000, 3_000_000, 1_000_000);
}
