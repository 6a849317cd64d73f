package dev.seaworthy.source;

/** How well a place is known. */
public enum Precision {
  /** The text that was written. */
  EXACT("exact"),
  /** The line of a template that produced the text. */
  TEMPLATE("template"),
  /** Only the rendered text has this place. */
  RENDERED("rendered");

  private final String id;

  Precision(String id) {
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
