package dev.seaworthy.rego.bundle;

/**
 * Bounds on what is read. Beyond them there is a problem.
 *
 * @param maxFileBytes the size of a file in bytes, also of one in a bundle; that of a bundle itself
 *     too
 * @param maxBundleBytes the bytes that a bundle may expand to
 * @param maxBundleEntries the files, folders and the like in a bundle
 */
public record PolicyLimits(int maxFileBytes, long maxBundleBytes, int maxBundleEntries) {

  /** Far above real bundles, far below trouble. */
  public static final PolicyLimits DEFAULT = new PolicyLimits(32 << 20, 256 << 20, 100_000);
}
