package dev.seaworthy.yaml;

/** Counts the nodes that are read from one source, keys included. */
final class NodeCounter {

  private final int max;
  private int count;
  private long aliased;

  NodeCounter(int max) {
    this.max = max;
  }

  /** Counts one more node and tells whether it is still within the bound. */
  boolean next() {
    return ++count <= max;
  }

  boolean isExceeded() {
    return count > max;
  }

  int count() {
    return count;
  }

  /** The nodes that are reached through aliases in the documents that could be read. */
  long aliased() {
    return aliased;
  }

  void aliased(long total) {
    aliased = total;
  }

  /** Takes nodes back that are read once more in another way. */
  void reset(int earlier) {
    count = earlier;
  }
}
