package dev.seaworthy.podsecurity;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.model.Workload;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the labels of a namespace demand of its pods, as the admission plugin reads them: a level
 * that is none is judged as {@code restricted} to enforce and as {@code privileged} otherwise, a
 * version that is none as {@code latest}, and a warning follows what is enforced. The cluster's own
 * defaults are taken to be the plugin's: {@code privileged} at {@code latest}.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-admission/">Pod Security
 *     admission</a>
 */
public final class NamespacePolicy {

  /** The kind of namespaces. */
  public static final GroupKind NAMESPACE = GroupKind.core("Namespace");

  /** What the names of the labels start with. */
  public static final String PREFIX = "pod-security.kubernetes.io/";

  /** What becomes of a pod that violates the level. */
  public enum Mode {
    /** It is refused. */
    ENFORCE,
    /** Whoever creates it is warned. */
    WARN,
    /** The audit log has it. */
    AUDIT;

    /** The name in labels. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What a mode demands.
   *
   * @param label the label that says so; absent where nobody does
   */
  public record Demand(PodSecurityLevel level, PodSecurityVersion version, Field label) {

    /** What of a workload violates it; empty if its pods are as demanded. */
    public List<PodSecurityViolation> violations(Workload workload) {
      return PodSecurity.evaluate(workload, level, version.onCluster(workload.cluster().version()));
    }

    /** Returns level and version as the API server writes them: {@code baseline:v1.22}. */
    @Override
    public String toString() {
      return level + ":" + version;
    }
  }

  /**
   * A label whose value means nothing.
   *
   * @param level whether a level is wanted; a version otherwise
   */
  public record Invalid(Field label, Mode mode, boolean level) {}

  private final KubernetesObject namespace;
  private final Map<Mode, Demand> demands = new EnumMap<>(Mode.class);
  private final List<Invalid> invalid = new ArrayList<>();

  /**
   * @param namespace the Namespace
   */
  public NamespacePolicy(KubernetesObject namespace) {
    this.namespace = namespace;
    for (Mode mode : Mode.values()) {
      demands.put(mode, read(mode));
    }
    if (warningFollows()) {
      demands.put(Mode.WARN, following(demand(Mode.ENFORCE), demand(Mode.WARN)));
    }
  }

  /**
   * The policies of a namespace.
   *
   * @param from an object that names it
   * @return several if it cannot be told which namespace of that name is meant; none if no scanned
   *     object describes it
   */
  public static List<NamespacePolicy> named(
      String namespace, KubernetesObject from, ScannedObjects scanned) {
    return scanned.named(NAMESPACE, namespace, from).stream().map(NamespacePolicy::new).toList();
  }

  /** What a mode demands. */
  public Demand demand(Mode mode) {
    return demands.get(mode);
  }

  /** The labels whose values mean nothing, level before version, in the order of the modes. */
  public List<Invalid> invalid() {
    return List.copyOf(invalid);
  }

  private Demand read(Mode mode) {
    Field level = level(mode);
    Field version = version(mode);
    return new Demand(
        value(level, new Invalid(level, mode, true), PodSecurityLevel::of)
            .orElse(
                level.isPresent() && mode == Mode.ENFORCE
                    ? PodSecurityLevel.RESTRICTED
                    : PodSecurityLevel.PRIVILEGED),
        value(version, new Invalid(version, mode, false), PodSecurityVersion::of)
            .orElse(PodSecurityVersion.LATEST),
        level);
  }

  private <T> Optional<T> value(
      Field label, Invalid otherwise, Function<String, Optional<T>> reading) {
    Optional<T> value = label.string().flatMap(reading);
    if (label.isPresent() && value.isEmpty()) {
      invalid.add(otherwise);
    }
    return value;
  }

  /** Whoever enforces a level and says nothing of warnings is warned by that level. */
  private boolean warningFollows() {
    Field enforce = level(Mode.ENFORCE);
    return enforce.string().flatMap(PodSecurityLevel::of).isPresent()
        && !level(Mode.WARN).isPresent();
  }

  private Demand following(Demand enforce, Demand warn) {
    boolean ownVersion = version(Mode.WARN).isPresent();
    return new Demand(
        enforce.level(), ownVersion ? warn.version() : enforce.version(), enforce.label());
  }

  private Field level(Mode mode) {
    return namespace.label(PREFIX + mode.id());
  }

  private Field version(Mode mode) {
    return namespace.label(PREFIX + mode.id() + "-version");
  }
}
