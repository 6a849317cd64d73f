package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.model.PodSecurity;
import dev.seaworthy.model.Setting;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Parameters of the kernel that a pod cannot set: by no name, twice, or those of the host. */
final class SysctlFaults {

  private static final int MAX_LENGTH = 253;
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9]([-_a-z0-9]*[a-z0-9])?([./][a-z0-9]([-_a-z0-9]*[a-z0-9])?)*+");

  /** Those of a namespace, as far as the API server knows. */
  private static final Pattern OF_IPC =
      Pattern.compile("kernel[./]sem|(kernel[./](shm|msg)|fs[./]mqueue[./]).*");

  private static final Pattern OF_NETWORK = Pattern.compile("net[./].*");

  private final PodSecurity security;
  private final boolean judgesHost;
  private final Violations violations;
  private final Map<String, Field> seen = new HashMap<>();

  /**
   * @param judgesHost whether the API server refuses what would change the host
   */
  SysctlFaults(PodSecurity security, boolean judgesHost, Violations violations) {
    this.security = security;
    this.judgesHost = judgesHost;
    this.violations = violations;
  }

  void check() {
    for (Field sysctl : security.context().get("sysctls").items()) {
      Field name = sysctl.get("name");
      String text = name.string().orElse("");
      if (!text.isEmpty() && !Placeholder.isIn(text)) {
        checkName(name, text);
      }
    }
  }

  private void checkName(Field name, String text) {
    if (text.length() > MAX_LENGTH || !NAME.matcher(text).matches()) {
      violations.report(name, "'" + text + "' is no name of a sysctl");
      return;
    }
    Field first = seen.putIfAbsent(text, name);
    if (first != null) {
      violations.report(
          Violation.at(name, "sysctl '" + text + "' is there twice")
              .with(first, "this is the first"));
    }
    if (judgesHost) {
      checkHost(name, text, OF_NETWORK, security.hostNetwork());
      checkHost(name, text, OF_IPC, security.hostIpc());
    }
  }

  private void checkHost(Field name, String text, Pattern shared, Setting<Boolean> host) {
    if (host.is(true) && shared.matcher(text).matches()) {
      String field = host.field().path().name();
      violations.report(
          Violation.at(
                  name, "sysctl '" + text + "' would be the host's, as '" + field + "' is true")
              .with(host.field(), "this shares the host's"));
    }
  }
}
