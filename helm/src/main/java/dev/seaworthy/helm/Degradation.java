package dev.seaworthy.helm;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is left out of a chart, or overlooked in it, so that Helm renders the rest.
 *
 * @param schemas whether schemas for values are left out
 * @param lenient whether {@code required} and {@code fail} never fail
 * @param anyKubernetes whether the versions of Kubernetes that charts support are left out
 * @param templates the labels of the templates that are left out
 */
record Degradation(boolean schemas, boolean lenient, boolean anyKubernetes, Set<String> templates) {

  static final Degradation NONE = new Degradation(false, false, false, Set.of());

  Degradation {
    templates = Set.copyOf(templates);
  }

  Degradation withoutSchemas() {
    return new Degradation(true, lenient, anyKubernetes, templates);
  }

  Degradation leniently() {
    return new Degradation(schemas, true, anyKubernetes, templates);
  }

  Degradation forAnyKubernetes() {
    return new Degradation(schemas, lenient, true, templates);
  }

  Degradation without(Collection<String> labels) {
    Set<String> more = new TreeSet<>(templates);
    more.addAll(labels);
    return new Degradation(schemas, lenient, anyKubernetes, more);
  }
}
