package dev.seaworthy.source;

/** What became of an input. */
public enum FileState {
  /** Its Kubernetes objects were judged. */
  ANALYSED("analysed"),
  /** It holds nothing to judge, or the user excluded it. */
  SKIPPED("skipped"),
  /** It should have been judged and was not, at least in part: there is a {@link Problem}. */
  FAILED("failed");

  private final String id;

  FileState(String id) {
    this.id = id;
  }

  /** The stable name in reports. */
  public String id() {
    return id;
  }

  /** Returns {@link #id()}. */
  @Override
  public String toString() {
    return id;
  }
}
