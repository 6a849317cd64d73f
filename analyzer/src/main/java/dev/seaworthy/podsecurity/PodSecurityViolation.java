package dev.seaworthy.podsecurity;

import dev.seaworthy.model.Field;
import java.util.List;

/**
 * A check that a pod does not pass.
 *
 * @param check the check's name in the API server, such as {@code runAsNonRoot}
 * @param level the level that the check belongs to
 * @param reason the short text that the API server gives, such as {@code runAsNonRoot != true}
 * @param detail who offends, and by what: lower-case, no full stop
 * @param fields the offending fields, or those that are missing, in the order in which the API
 *     server visits them; at least one
 */
public record PodSecurityViolation(
    String check, PodSecurityLevel level, String reason, String detail, List<Field> fields) {

  public PodSecurityViolation {
    fields = List.copyOf(fields);
  }

  /** Returns the reason and the detail, as the API server puts them together. */
  @Override
  public String toString() {
    return reason + " (" + detail + ")";
  }
}
