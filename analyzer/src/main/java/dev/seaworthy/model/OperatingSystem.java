package dev.seaworthy.model;

/** What a pod runs on. */
public enum OperatingSystem {
  LINUX,
  WINDOWS
}
