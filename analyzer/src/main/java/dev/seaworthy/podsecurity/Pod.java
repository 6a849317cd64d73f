package dev.seaworthy.podsecurity;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.Workload;
import java.util.ArrayList;
import java.util.List;

/** A pod as the admission plugin looks at it: field by field, nothing inherited. */
final class Pod {

  /** What messages call the pod itself. */
  static final String NAME = "pod";

  private final Workload workload;

  Pod(Workload workload) {
    this.workload = workload;
  }

  Field spec() {
    return workload.spec();
  }

  Field context() {
    return workload.security().context();
  }

  /** Init containers, containers, ephemeral containers. */
  List<Container> containers() {
    return workload.containers();
  }

  /** The annotations that the pod will have. */
  List<Field> annotations() {
    return workload.metadata().get("annotations").members();
  }

  /** Only this counts for the plugin; node selectors do not. */
  boolean isWindows() {
    return spec().get("os", "name").string().filter("windows"::equals).isPresent();
  }

  /** Whether the pod asks for a user namespace of its own. */
  boolean hasUserNamespace() {
    return spec().get("hostUsers").isFalse();
  }

  /**
   * A member of the security contexts of the pod and of each container.
   *
   * @param name of the member
   */
  List<Set> inContexts(String name) {
    List<Set> sets = new ArrayList<>();
    sets.add(new Set(NAME, context().get(name)));
    for (Container container : containers()) {
      sets.add(new Set(container.toString(), container.security().context().get(name)));
    }
    return sets;
  }

  /**
   * A field, there or not, and who would set it.
   *
   * @param setter {@link #NAME}, or the container
   */
  record Set(String setter, Field field) {}
}
