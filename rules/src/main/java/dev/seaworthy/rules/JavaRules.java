package dev.seaworthy.rules;

import dev.seaworthy.rule.Rule;
import dev.seaworthy.rules.privilege.PrivilegedContainer;
import java.util.List;

/** The bundled rules that are written in Java. */
public final class JavaRules {

  /** Sorted by id: adding a rule is one line here. */
  private static final List<Rule> ALL = List.of(new PrivilegedContainer());

  private JavaRules() {}

  /** All of them, whatever the profile. */
  public static List<Rule> all() {
    return ALL;
  }
}
