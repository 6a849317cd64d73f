package dev.seaworthy.rego.value;

/** {@code true} or {@code false}: two instances, to be compared by identity. */
public final class RegoBoolean implements RegoValue {

  public static final RegoBoolean TRUE = new RegoBoolean(true);
  public static final RegoBoolean FALSE = new RegoBoolean(false);

  private final boolean value;

  private RegoBoolean(boolean value) {
    this.value = value;
  }

  public static RegoBoolean of(boolean value) {
    return value ? TRUE : FALSE;
  }

  public boolean value() {
    return value;
  }

  @Override
  public String typeName() {
    return "boolean";
  }

  @Override
  public int typeOrder() {
    return 1;
  }

  @Override
  public int compareTo(RegoValue other) {
    return other instanceof RegoBoolean bool
        ? Boolean.compare(value, bool.value)
        : Integer.compare(typeOrder(), other.typeOrder());
  }

  @Override
  public String toString() {
    return String.valueOf(value);
  }
}
