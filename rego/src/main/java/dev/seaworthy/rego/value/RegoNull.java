package dev.seaworthy.rego.value;

/** The value {@code null}. */
public final class RegoNull implements RegoValue {

  public static final RegoNull NULL = new RegoNull();

  private RegoNull() {}

  @Override
  public String typeName() {
    return "null";
  }

  @Override
  public int typeOrder() {
    return 0;
  }

  @Override
  public int compareTo(RegoValue other) {
    return Integer.compare(typeOrder(), other.typeOrder());
  }

  @Override
  public String toString() {
    return "null";
  }
}
