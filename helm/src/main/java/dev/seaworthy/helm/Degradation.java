package dev.seaworthy.helm;

import java.util.Set;
import java.util.TreeSet;

/**
 * What is left out of a chart, or overlooked in it, so that Helm renders the rest.
 *
 * @param schemas whether schemas for values are left out
 * @param lenient whether {@code required} and {@code fail} never fail
 * @param templates the labels of the templates that are left out
 */
record Degradation(boolean schemas, boolean lenient, Set<String> templates) {

  static final Degradation NONE = new Degradation(false, false, Set.of());

  Degradation {
    templates = Set.copyOf(templates);
  }

  Degradation withoutSchemas() {
    return new Degradation(true, lenient, templates);
  }

  Degradation leniently() {
    return new Degradation(schemas, true, templates);
  }

  Degradation without(String template) {
    Set<String> more = new TreeSet<>(templates);
    more.add(template);
    return new Degradation(schemas, lenient, more);
  }
}
