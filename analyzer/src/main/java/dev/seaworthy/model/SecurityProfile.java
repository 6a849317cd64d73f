package dev.seaworthy.model;

import java.util.Optional;

/**
 * A seccomp or AppArmor profile.
 *
 * @param type {@code RuntimeDefault}, {@code Localhost} or {@code Unconfined}; anything else is
 *     refused by the API server
 * @param localhostProfile the profile's file or name on the node, for {@code Localhost}
 */
public record SecurityProfile(String type, Optional<String> localhostProfile) {

  public static final String RUNTIME_DEFAULT = "RuntimeDefault";
  public static final String LOCALHOST = "Localhost";
  public static final String UNCONFINED = "Unconfined";

  private static final String LOCALHOST_PREFIX = "localhost/";

  static SecurityProfile of(String type) {
    return new SecurityProfile(type, Optional.empty());
  }

  static SecurityProfile of(Field field) {
    return new SecurityProfile(field.get("type").text(), field.get("localhostProfile").string());
  }

  /** Reads the value of a legacy seccomp annotation, which knows another name for the default. */
  static Optional<SecurityProfile> ofSeccompAnnotation(String value) {
    return ofAnnotation(value.equals("docker/default") ? "runtime/default" : value);
  }

  /** Reads the value of a legacy annotation; empty if it means nothing. */
  static Optional<SecurityProfile> ofAnnotation(String value) {
    if (value.startsWith(LOCALHOST_PREFIX)) {
      String name = value.substring(LOCALHOST_PREFIX.length());
      return Optional.of(new SecurityProfile(LOCALHOST, Optional.of(name)));
    }
    return switch (value) {
      case "runtime/default" -> Optional.of(of(RUNTIME_DEFAULT));
      case "unconfined" -> Optional.of(of(UNCONFINED));
      default -> Optional.empty();
    };
  }

  /** Whether the profile confines anything: one of the node does if it is named. */
  public boolean confines() {
    return type.equals(RUNTIME_DEFAULT)
        || type.equals(LOCALHOST) && localhostProfile.filter(name -> !name.isEmpty()).isPresent();
  }
}
