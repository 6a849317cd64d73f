package dev.seaworthy.config;

import java.nio.file.Path;
import java.util.List;

/**
 * Where policies of one's own lie.
 *
 * @param policies files, folders and bundles; absolute
 * @param data files and folders with data for them; absolute
 * @param namespaces packages with rules in Conftest's style; empty for the usual one
 */
public record PolicySettings(List<Path> policies, List<Path> data, List<String> namespaces) {

  /** None. */
  public static final PolicySettings NONE = new PolicySettings(List.of(), List.of(), List.of());

  public PolicySettings {
    policies = List.copyOf(policies);
    data = List.copyOf(data);
    namespaces = List.copyOf(namespaces);
  }
}
