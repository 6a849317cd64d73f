package dev.seaworthy.schema;

import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesVersion;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which kinds came and went with the versions of Kubernetes. What a version has is found out when
 * it is asked for. Safe for any number of threads.
 */
public final class ApiHistory {

  private final NavigableSet<KubernetesVersion> versions;
  private final Function<KubernetesVersion, ? extends Collection<ApiKind>> kinds;
  private final Map<KubernetesVersion, Set<Api>> known = new ConcurrentHashMap<>();

  private record Api(String apiVersion, String kind) {}

  /**
   * @param versions those that are known, at least one
   * @param kinds what each of them serves; each time the same
   */
  public ApiHistory(
      Collection<KubernetesVersion> versions,
      Function<KubernetesVersion, ? extends Collection<ApiKind>> kinds) {
    this.versions = new TreeSet<>(versions);
    this.kinds = kinds;
  }

  /** Whether a version is older than all that are known. */
  public boolean isBefore(KubernetesVersion version) {
    return version.compareTo(versions.first()) < 0;
  }

  /** Whether a version is newer than all that are known. */
  public boolean isAfter(KubernetesVersion version) {
    return version.compareTo(versions.last()) > 0;
  }

  /** Whether nothing is known of later versions. */
  public boolean isLast(KubernetesVersion version) {
    return versions.last().compareTo(version) <= 0;
  }

  /** Whether a version serves a kind; the nearest known one answers for those that are not. */
  public boolean isServed(String apiVersion, String kind, KubernetesVersion version) {
    return of(nearest(version)).contains(new Api(apiVersion, kind));
  }

  /**
   * The first version without a kind that an older one served.
   *
   * @return empty if no version is known to have dropped it
   */
  public Optional<KubernetesVersion> removedIn(String apiVersion, String kind) {
    KubernetesVersion last = null;
    for (KubernetesVersion version : versions.descendingSet()) {
      if (of(version).contains(new Api(apiVersion, kind))) {
        return Optional.ofNullable(last);
      }
      last = version;
    }
    return OldApis.removedIn(apiVersion, kind);
  }

  /** The first version that serves a kind, if that is not the oldest known one. */
  public Optional<KubernetesVersion> addedIn(String apiVersion, String kind) {
    return versions.stream()
        .filter(version -> of(version).contains(new Api(apiVersion, kind)))
        .findFirst()
        .filter(version -> !version.equals(versions.first()));
  }

  /**
   * What to write instead of an API version.
   *
   * @return the most stable one that serves the kind, of the same group if there is one
   */
  public Optional<String> replacement(String apiVersion, String kind, KubernetesVersion version) {
    String group = group(apiVersion);
    return of(nearest(version)).stream()
        .filter(api -> api.kind().equals(kind) && !api.apiVersion().equals(apiVersion))
        .map(Api::apiVersion)
        .min(
            Comparator.comparing((String other) -> !group(other).equals(group))
                .thenComparing(other -> other.contains("alpha"))
                .thenComparing(other -> other.contains("beta"))
                .thenComparing(Comparator.reverseOrder()));
  }

  /** The API versions that a version serves. */
  public Set<String> apiVersions(KubernetesVersion version) {
    return of(nearest(version)).stream().map(Api::apiVersion).collect(Collectors.toSet());
  }

  /** The kinds of an API version. */
  public Set<String> kinds(String apiVersion, KubernetesVersion version) {
    return of(nearest(version)).stream()
        .filter(api -> api.apiVersion().equals(apiVersion))
        .map(Api::kind)
        .collect(Collectors.toSet());
  }

  /** The kinds of all API versions. */
  public Set<String> kinds(KubernetesVersion version) {
    return of(nearest(version)).stream().map(Api::kind).collect(Collectors.toSet());
  }

  /** The kinds of an API group, in whatever version of it. */
  public Set<String> kindsOfGroup(String group, KubernetesVersion version) {
    return of(nearest(version)).stream()
        .filter(api -> group(api.apiVersion()).equals(group))
        .map(Api::kind)
        .collect(Collectors.toSet());
  }

  /** Whether Kubernetes itself serves an API group, or once did. */
  public boolean hasGroup(String group) {
    return OldApis.hasGroup(group)
        || versions.stream()
            .flatMap(version -> of(version).stream())
            .anyMatch(api -> group(api.apiVersion()).equals(group));
  }

  /** Whether any known version serves a kind, in whatever API version. */
  public boolean isKnown(GroupKind kind) {
    return versions.stream()
        .flatMap(version -> of(version).stream())
        .anyMatch(
            api -> api.kind().equals(kind.kind()) && group(api.apiVersion()).equals(kind.group()));
  }

  private KubernetesVersion nearest(KubernetesVersion version) {
    KubernetesVersion floor = versions.floor(version);
    return floor == null ? versions.first() : floor;
  }

  private Set<Api> of(KubernetesVersion version) {
    return known.computeIfAbsent(version, this::read);
  }

  private Set<Api> read(KubernetesVersion version) {
    Set<Api> apis = new HashSet<>();
    kinds.apply(version).forEach(kind -> apis.add(new Api(kind.apiVersion(), kind.kind())));
    return apis;
  }

  private static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }
}
