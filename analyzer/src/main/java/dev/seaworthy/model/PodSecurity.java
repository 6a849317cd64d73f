package dev.seaworthy.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What holds for a pod as a whole: the fields of the pod spec and of {@code PodSecurityContext}
 * that no container can override. What containers inherit is in {@link ContainerSecurity}.
 */
public final class PodSecurity {

  private static final List<String> OS_LABELS =
      List.of("kubernetes.io/os", "beta.kubernetes.io/os");

  private static final String WINDOWS = "windows";

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
   * What the pod runs on. {@code spec.os.name} says so; where it does not, a node selector or a
   * required node affinity for Windows nodes has the same effect, also by the deprecated label that
   * kubelets still set, though Pod Security looks at the former only.
   */
  public OperatingSystem operatingSystem() {
    Field spec = workload.spec();
    Field selector = spec.get("nodeSelector");
    boolean windows =
        Stream.concat(Stream.of(spec.get("os", "name")), OS_LABELS.stream().map(selector::get))
            .filter(Field::isPresent)
            .findFirst()
            .map(system -> system.text().equals(WINDOWS))
            .orElseGet(this::hasAffinityToWindows);
    return windows ? OperatingSystem.WINDOWS : OperatingSystem.LINUX;
  }

  /** One term is enough for a node to be chosen, so all of them must want Windows. */
  private boolean hasAffinityToWindows() {
    List<Field> terms =
        workload
            .spec()
            .get("affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution")
            .get("nodeSelectorTerms")
            .items();
    return !terms.isEmpty()
        && terms.stream()
            .allMatch(
                term ->
                    term.get("matchExpressions").items().stream()
                        .anyMatch(PodSecurity::wantsWindows));
  }

  private static boolean wantsWindows(Field requirement) {
    List<Field> values = requirement.get("values").items();
    return OS_LABELS.contains(requirement.get("key").text())
        && requirement.get("operator").text().equals("In")
        && !values.isEmpty()
        && values.stream().allMatch(value -> value.text().equals(WINDOWS));
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
