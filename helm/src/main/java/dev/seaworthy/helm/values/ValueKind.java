package dev.seaworthy.helm.values;

/** What a value is. */
public enum ValueKind {
  MAP,
  LIST,
  STRING,
  BOOLEAN,
  INTEGER,
  FLOAT,
  NULL
}
