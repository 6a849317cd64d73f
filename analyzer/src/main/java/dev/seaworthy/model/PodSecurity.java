package dev.seaworthy.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What holds for a pod as a whole: the fields of the pod spec and of {@code PodSecurityContext}
 * that no container can override. What containers inherit is in {@link ContainerSecurity}.
 */
public final class PodSecurity {

  private final Workload workload;

  PodSecurity(Workload workload) {
    this.workload = workload;
  }

  /** The {@code securityContext} of the pod, there or not. */
  public Field context() {
    return workload.spec().get("securityContext");
  }

  public Setting<Boolean> hostNetwork() {
    return flag("hostNetwork", false);
  }

  public Setting<Boolean> hostPid() {
    return flag("hostPID", false);
  }

  public Setting<Boolean> hostIpc() {
    return flag("hostIPC", false);
  }

  /** Whether all containers see each other's processes. */
  public Setting<Boolean> shareProcessNamespace() {
    return flag("shareProcessNamespace", false);
  }

  /** Whether the pod uses the node's users; {@code false} asks for a user namespace. */
  public Setting<Boolean> hostUsers() {
    return flag("hostUsers", true);
  }

  /** Whose root is root in this pod, given what is assumed of the cluster. */
  public UserNamespace userNamespace() {
    if (hostUsers().is(false) && workload.cluster().userNamespaces()) {
      return UserNamespace.POD;
    }
    return workload.cluster().rootlessNodes() ? UserNamespace.NODE : UserNamespace.HOST;
  }

  /**
   * What the pod runs on. {@code spec.os.name} says so; where it does not, a node selector for
   * Windows nodes has the same effect, also by the deprecated label that kubelets still set, though
   * Pod Security looks at the former only.
   */
  public OperatingSystem operatingSystem() {
    Field spec = workload.spec();
    Field selector = spec.get("nodeSelector");
    return Stream.of(
            spec.get("os", "name"),
            selector.get("kubernetes.io/os"),
            selector.get("beta.kubernetes.io/os"))
        .filter(Field::isPresent)
        .findFirst()
        .filter(system -> system.text().equals("windows"))
        .map(windows -> OperatingSystem.WINDOWS)
        .orElse(OperatingSystem.LINUX);
  }

  public boolean isWindows() {
    return operatingSystem() == OperatingSystem.WINDOWS;
  }

  /** The group that owns the pod's volumes and that every process belongs to. */
  public Setting<Long> fsGroup() {
    return inContext("fsGroup", context().get("fsGroup").integer());
  }

  /** When volumes are handed over to {@link #fsGroup()}: {@code Always} by default. */
  public Setting<String> fsGroupChangePolicy() {
    return inContext("fsGroupChangePolicy", "Always");
  }

  /** Groups of every process besides those of the image. */
  public List<Field> supplementalGroups() {
    return context().get("supplementalGroups").items();
  }

  /** Whether the image's groups count as well: {@code Merge} by default. */
  public Setting<String> supplementalGroupsPolicy() {
    return inContext("supplementalGroupsPolicy", "Merge");
  }

  /** How volumes get their SELinux label: {@code MountOption} by default. */
  public Setting<String> seLinuxChangePolicy() {
    return inContext("seLinuxChangePolicy", "MountOption");
  }

  /** Kernel settings of the pod, each with {@code name} and {@code value}. */
  public List<Field> sysctls() {
    return context().get("sysctls").items();
  }

  /**
   * The service account: {@code default} where none is named. The deprecated {@code serviceAccount}
   * counts where the name is empty, as for the API server.
   */
  public Setting<String> serviceAccountName() {
    Field field = workload.spec().get("serviceAccountName");
    return named(field)
        .or(() -> named(workload.spec().get("serviceAccount")))
        .orElseGet(() -> Setting.of("default", Origin.DEFAULT, field));
  }

  /**
   * Whether a token of the service account is mounted. Where the pod does not say, the account
   * decides, which lies in another object; nobody saying anything means yes.
   */
  public Setting<Boolean> automountServiceAccountToken() {
    Field field = workload.spec().get("automountServiceAccountToken");
    return field
        .bool()
        .map(value -> Setting.of(value, Origin.POD, field))
        .orElseGet(() -> Setting.unknown(field));
  }

  private static Optional<Setting<String>> named(Field field) {
    return field
        .string()
        .filter(name -> !name.isEmpty())
        .map(name -> Setting.of(name, Origin.POD, field));
  }

  private Setting<Boolean> flag(String name, boolean absent) {
    Field field = workload.spec().get(name);
    return field
        .bool()
        .map(value -> Setting.of(value, Origin.POD, field))
        .orElseGet(() -> Setting.of(absent, Origin.DEFAULT, field));
  }

  private Setting<String> inContext(String name, String absent) {
    Field field = context().get(name);
    return field
        .string()
        .map(value -> Setting.of(value, Origin.POD, field))
        .orElseGet(() -> Setting.of(absent, Origin.DEFAULT, field));
  }

  private <T> Setting<T> inContext(String name, Optional<T> value) {
    Origin origin = value.isPresent() ? Origin.POD : Origin.DEFAULT;
    return new Setting<>(value, origin, context().get(name));
  }
}
