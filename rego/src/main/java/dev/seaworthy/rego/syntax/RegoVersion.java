package dev.seaworthy.rego.syntax;

/** Which grammar a file is written in. */
public enum RegoVersion {
  /** {@code if} and {@code contains} are optional, and keywords have to be imported. */
  V0,
  /** OPA's grammar since 1.0. */
  V1
}
