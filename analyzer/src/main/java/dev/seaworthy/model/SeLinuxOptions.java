package dev.seaworthy.model;

import java.util.Optional;

/**
 * The SELinux label of a container's processes. Parts that are absent are the runtime's choice.
 *
 * @param user the SELinux user
 * @param role the SELinux role
 * @param type the SELinux type, such as {@code container_t}
 * @param level the MCS level
 */
public record SeLinuxOptions(
    Optional<String> user, Optional<String> role, Optional<String> type, Optional<String> level) {

  static SeLinuxOptions of(Field field) {
    return new SeLinuxOptions(
        field.get("user").string(),
        field.get("role").string(),
        field.get("type").string(),
        field.get("level").string());
  }
}
