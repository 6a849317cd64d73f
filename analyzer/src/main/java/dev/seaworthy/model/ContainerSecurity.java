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
  private static final String SECCOMP_ANNOTATION =
      "container.seccomp.security.alpha.kubernetes.io/";
  private static final String SECCOMP_POD_ANNOTATION = "seccomp.security.alpha.kubernetes.io/pod";

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

  /**
   * Whether the process may be user 0 of the container: told so, or by the image's choice. The
   * kubelet starts none where {@link #runAsNonRoot()} holds.
   */
  public boolean mayBeRoot() {
    return !runAsNonRoot().is(true) && runAsUser().value().map(user -> user == 0).orElse(true);
  }

  /** The primary group ID; the image decides where nobody sets it. */
  public Setting<Long> runAsGroup() {
    return inherited("runAsGroup", Field::integer)
        .orElseGet(() -> Setting.unknown(context().get("runAsGroup")));
  }

  /**
   * The seccomp profile: without one the container is unconfined, unless the nodes are assumed to
   * give it the runtime's. Before Kubernetes 1.27 the API server turned {@link
   * #seccompAnnotation()} into a profile as well.
   */
  public Setting<SecurityProfile> seccompProfile() {
    boolean nodeDefault = container.workload().cluster().seccompDefault();
    String absent = nodeDefault ? SecurityProfile.RUNTIME_DEFAULT : SecurityProfile.UNCONFINED;
    Field own = context().get("seccompProfile");
    Field pod = container.workload().security().context().get("seccompProfile");
    boolean annotations = !container.workload().cluster().version().isAtLeast(1, 27);
    return profile(own)
        .map(value -> Setting.of(value, Origin.CONTAINER, own))
        .or(() -> annotations ? seccompAnnotated(ownSeccompAnnotation()) : Optional.empty())
        .or(() -> profile(pod).map(value -> Setting.of(value, Origin.POD, pod)))
        .or(() -> annotations ? seccompAnnotated(podSeccompAnnotation()) : Optional.empty())
        .orElseGet(() -> Setting.of(SecurityProfile.of(absent), Origin.DEFAULT, own));
  }

  /**
   * The annotation that meant the seccomp profile of this container before there were fields, there
   * or not. It has no effect since Kubernetes 1.27.
   */
  public Field seccompAnnotation() {
    Field own = ownSeccompAnnotation();
    return own.isPresent() ? own : podSeccompAnnotation();
  }

  /**
   * The AppArmor profile: the container's field, else its legacy annotation, else the pod's field,
   * which is the kubelet's order. Before Kubernetes 1.30 there were no fields, and the API server
   * drops those that it does not know. Where nobody sets one the runtime's applies on nodes that
   * have AppArmor, which no manifest shows.
   */
  public Setting<SecurityProfile> appArmorProfile() {
    Field own = context().get("appArmorProfile");
    Field pod = container.workload().security().context().get("appArmorProfile");
    boolean fields = container.workload().cluster().version().isAtLeast(1, 30);
    return profile(own)
        .filter(value -> fields)
        .map(value -> Setting.of(value, Origin.CONTAINER, own))
        .or(this::appArmorAnnotated)
        .or(
            () ->
                profile(pod)
                    .filter(value -> fields)
                    .map(value -> Setting.of(value, Origin.POD, pod)))
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
    return field.isMapping() ? Optional.of(SecurityProfile.of(field)) : Optional.empty();
  }

  private static Optional<SeLinuxOptions> seLinux(Field field) {
    return field.isMapping() ? Optional.of(SeLinuxOptions.of(field)) : Optional.empty();
  }

  private Field ownSeccompAnnotation() {
    return container.workload().annotation(SECCOMP_ANNOTATION + container.name());
  }

  private Field podSeccompAnnotation() {
    return container.workload().annotation(SECCOMP_POD_ANNOTATION);
  }

  private Optional<Setting<SecurityProfile>> appArmorAnnotated() {
    Field field = container.workload().annotation(APPARMOR_ANNOTATION + container.name());
    return SecurityProfile.ofAnnotation(field.text())
        .map(profile -> Setting.of(profile, Origin.ANNOTATION, field));
  }

  private static Optional<Setting<SecurityProfile>> seccompAnnotated(Field field) {
    return SecurityProfile.ofSeccompAnnotation(field.text())
        .map(profile -> Setting.of(profile, Origin.ANNOTATION, field));
  }
}
