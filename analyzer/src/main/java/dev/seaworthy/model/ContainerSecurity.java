package dev.seaworthy.model;

import java.util.Optional;
import java.util.function.Function;

/**
 * What really applies to a container: its own value over the pod's over the default. The one place
 * that knows inheritance; rules never look at {@code securityContext} themselves.
 *
 * <p>What the manifest cannot tell, such as the image's user, is unknown and not {@code false}.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/">
 *     PodSecurityContext and SecurityContext in the API reference</a>
 */
public final class ContainerSecurity {

  private static final String APPARMOR_ANNOTATION =
      "container.apparmor.security.beta.kubernetes.io/";

  private final Container container;

  ContainerSecurity(Container container) {
    this.container = container;
  }

  /** The container's own {@code securityContext}, there or not. */
  public Field context() {
    return container.field().get("securityContext");
  }

  /** Whether the container gets everything of the host; no pod-level value exists. */
  public Setting<Boolean> privileged() {
    return own("privileged", Field::bool, false);
  }

  /**
   * Whether a process may gain more privileges than its parent, as written: {@code true} by
   * default. Windows has no such thing.
   */
  public Setting<Boolean> allowPrivilegeEscalation() {
    return own("allowPrivilegeEscalation", Field::bool, true);
  }

  public Setting<Boolean> readOnlyRootFilesystem() {
    return own("readOnlyRootFilesystem", Field::bool, false);
  }

  /** {@code Default}, or {@code Unmasked} for all of {@code /proc}. */
  public Setting<String> procMount() {
    return own("procMount", Field::string, "Default");
  }

  /** Capabilities exist on the container only. */
  public Capabilities capabilities() {
    return Capabilities.of(context().get("capabilities"));
  }

  /** Whether the kubelet refuses to start the container as user 0; unset means that it does not. */
  public Setting<Boolean> runAsNonRoot() {
    return inherited("runAsNonRoot", Field::bool)
        .orElseGet(() -> Setting.of(false, Origin.DEFAULT, context().get("runAsNonRoot")));
  }

  /** The user ID; the image decides where nobody sets it. */
  public Setting<Long> runAsUser() {
    return inherited("runAsUser", Field::integer)
        .orElseGet(() -> Setting.unknown(context().get("runAsUser")));
  }

  /** The primary group ID; the image decides where nobody sets it. */
  public Setting<Long> runAsGroup() {
    return inherited("runAsGroup", Field::integer)
        .orElseGet(() -> Setting.unknown(context().get("runAsGroup")));
  }

  /**
   * The seccomp profile: without one the container is unconfined, unless the nodes are assumed to
   * give it the runtime's. The old annotations have no effect since Kubernetes 1.27.
   */
  public Setting<SecurityProfile> seccompProfile() {
    boolean nodeDefault = container.workload().cluster().seccompDefault();
    String absent = nodeDefault ? SecurityProfile.RUNTIME_DEFAULT : SecurityProfile.UNCONFINED;
    return inherited("seccompProfile", ContainerSecurity::profile)
        .orElseGet(
            () ->
                Setting.of(
                    SecurityProfile.of(absent), Origin.DEFAULT, context().get("seccompProfile")));
  }

  /**
   * The AppArmor profile: the container's field, else its legacy annotation, else the pod's field,
   * which is the kubelet's order. Where nobody sets one the runtime's applies on nodes that have
   * AppArmor, which no manifest shows.
   */
  public Setting<SecurityProfile> appArmorProfile() {
    Field own = context().get("appArmorProfile");
    Field pod = container.workload().security().context().get("appArmorProfile");
    return profile(own)
        .map(value -> Setting.of(value, Origin.CONTAINER, own))
        .or(this::appArmorAnnotation)
        .or(() -> profile(pod).map(value -> Setting.of(value, Origin.POD, pod)))
        .orElseGet(() -> Setting.unknown(own));
  }

  /** The SELinux label, inherited as a whole; the runtime decides where nobody sets it. */
  public Setting<SeLinuxOptions> seLinuxOptions() {
    return inherited("seLinuxOptions", ContainerSecurity::seLinux)
        .orElseGet(() -> Setting.unknown(context().get("seLinuxOptions")));
  }

  public WindowsSecurity windows() {
    return new WindowsSecurity(
        windows("hostProcess", Field::bool)
            .orElseGet(() -> Setting.of(false, Origin.DEFAULT, windowsField("hostProcess"))),
        windowsText("runAsUserName"),
        windowsText("gmsaCredentialSpecName"),
        windowsText("gmsaCredentialSpec"));
  }

  private <T> Setting<T> own(String name, Function<Field, Optional<T>> read, T absent) {
    Field field = context().get(name);
    return read.apply(field)
        .map(value -> Setting.of(value, Origin.CONTAINER, field))
        .orElseGet(() -> Setting.of(absent, Origin.DEFAULT, field));
  }

  private <T> Optional<Setting<T>> inherited(String name, Function<Field, Optional<T>> read) {
    return inherited(
        context().get(name), container.workload().security().context().get(name), read);
  }

  private static <T> Optional<Setting<T>> inherited(
      Field own, Field pod, Function<Field, Optional<T>> read) {
    return read.apply(own)
        .map(value -> Setting.of(value, Origin.CONTAINER, own))
        .or(() -> read.apply(pod).map(value -> Setting.of(value, Origin.POD, pod)));
  }

  private Field windowsField(String name) {
    return context().get("windowsOptions", name);
  }

  private <T> Optional<Setting<T>> windows(String name, Function<Field, Optional<T>> read) {
    Field pod = container.workload().security().context().get("windowsOptions", name);
    return inherited(windowsField(name), pod, read);
  }

  private Setting<String> windowsText(String name) {
    return windows(name, Field::string).orElseGet(() -> Setting.unknown(windowsField(name)));
  }

  private static Optional<SecurityProfile> profile(Field field) {
    return field.isPresent() ? Optional.of(SecurityProfile.of(field)) : Optional.empty();
  }

  private static Optional<SeLinuxOptions> seLinux(Field field) {
    return field.isPresent() ? Optional.of(SeLinuxOptions.of(field)) : Optional.empty();
  }

  private Optional<Setting<SecurityProfile>> appArmorAnnotation() {
    Field field = container.workload().annotation(APPARMOR_ANNOTATION + container.name());
    String value = field.text();
    SecurityProfile profile;
    if (value.equals("runtime/default")) {
      profile = SecurityProfile.of(SecurityProfile.RUNTIME_DEFAULT);
    } else if (value.equals("unconfined")) {
      profile = SecurityProfile.of(SecurityProfile.UNCONFINED);
    } else if (value.startsWith("localhost/")) {
      Optional<String> name = Optional.of(value.substring("localhost/".length()));
      profile = new SecurityProfile(SecurityProfile.LOCALHOST, name);
    } else {
      return Optional.empty();
    }
    return Optional.of(Setting.of(profile, Origin.ANNOTATION, field));
  }
}
