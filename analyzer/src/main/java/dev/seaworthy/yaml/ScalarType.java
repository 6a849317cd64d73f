package dev.seaworthy.yaml;

/** What a scalar is in the JSON that Kubernetes reads. */
public enum ScalarType {
  STRING,
  BOOLEAN,
  INTEGER,
  FLOAT,
  NULL
}
