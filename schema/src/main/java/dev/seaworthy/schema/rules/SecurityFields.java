package dev.seaworthy.schema.rules;

import dev.seaworthy.model.FieldPath;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The fields that protect something when they are read, or whose absence does not: with a typo in
 * one of them an object is accepted and unprotected.
 */
final class SecurityFields {

  /** All in lower case: who gets the case wrong means them too. */
  private static final Set<String> NAMES =
      Set.of(
          "allowprivilegeescalation",
          "apparmorprofile",
          "automountserviceaccounttoken",
          "capabilities",
          "defaultmode",
          "egress",
          "fsgroup",
          "fsgroupchangepolicy",
          "hostipc",
          "hostnetwork",
          "hostpid",
          "hostusers",
          "immutable",
          "ingress",
          "namespaceselector",
          "podselector",
          "policytypes",
          "privileged",
          "procmount",
          "readonly",
          "readonlyrootfilesystem",
          "recursivereadonly",
          "resourcenames",
          "runasgroup",
          "runasnonroot",
          "runasuser",
          "seccompprofile",
          "securitycontext",
          "selinuxoptions",
          "serviceaccountname",
          "shareprocessnamespace",
          "supplementalgroups",
          "supplementalgroupspolicy",
          "sysctls",
          "windowsoptions");

  /** Whatever is wrong within them. */
  private static final Set<String> PLACES =
      Set.of(
          "apparmorprofile",
          "capabilities",
          "seccompprofile",
          "securitycontext",
          "selinuxoptions",
          "windowsoptions");

  private SecurityFields() {}

  /**
   * Whether a field that is unknown was meant to secure something.
   *
   * @param path the field
   * @param near the known field of its place that is nearest
   */
  static boolean concerns(FieldPath path, Optional<String> near) {
    if (isNamed(path.name(), NAMES) || near.filter(name -> isNamed(name, NAMES)).isPresent()) {
      return true;
    }
    for (FieldPath step : path.parent().orElse(FieldPath.ROOT).steps()) {
      if (isNamed(step.name(), PLACES)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamed(String name, Set<String> names) {
    return names.contains(name.toLowerCase(Locale.ROOT));
  }
}
