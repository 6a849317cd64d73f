package dev.seaworthy.model;

import static dev.seaworthy.model.Origin.DEFAULT;
import static dev.seaworthy.model.Origin.POD;
import static dev.seaworthy.model.Origin.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for a pod as a whole. */
class PodSecurityTest {

  static Stream<Arguments> settings() {
    return Stream.of(
        field("hostNetwork", PodSecurity::hostNetwork, "true", true, false),
        field("hostPID", PodSecurity::hostPid, "yes", true, false),
        field("hostIPC", PodSecurity::hostIpc, "on", true, false),
        field("shareProcessNamespace", PodSecurity::shareProcessNamespace, "true", true, false),
        field("hostUsers", PodSecurity::hostUsers, "false", false, true),
        field(
            "automountServiceAccountToken",
            PodSecurity::automountServiceAccountToken,
            "off",
            false,
            null),
        field("serviceAccountName", PodSecurity::serviceAccountName, "robot", "robot", "default"),
        field("securityContext.fsGroup", PodSecurity::fsGroup, "0", 0L, null),
        field(
            "securityContext.fsGroupChangePolicy",
            PodSecurity::fsGroupChangePolicy,
            "OnRootMismatch",
            "OnRootMismatch",
            "Always"),
        field(
            "securityContext.supplementalGroupsPolicy",
            PodSecurity::supplementalGroupsPolicy,
            "Strict",
            "Strict",
            "Merge"),
        field(
            "securityContext.seLinuxChangePolicy",
            PodSecurity::seLinuxChangePolicy,
            "Recursive",
            "Recursive",
            "MountOption"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void takesWhatThePodSays(
      String path, Function<PodSecurity, Setting<?>> read, String written, Object value) {
    Setting<?> setting = read.apply(pod(line(path, written)));
    assertThat(setting.value()).isEqualTo(Optional.of(value));
    assertThat(setting.origin()).isEqualTo(POD);
    assertThat(setting.field()).hasToString("spec." + path);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void takesTheDefaultWhereThePodSaysNothingThatCounts(
      String path,
      Function<PodSecurity, Setting<?>> read,
      String written,
      Object value,
      Object absent) {
    String wrong = value instanceof String ? "5" : "'" + written + "'";
    for (String spec :
        new String[] {"{}", line(path, "null"), line(path, "[]"), line(path, wrong)}) {
      Setting<?> setting = read.apply(pod(spec));
      assertThat(setting.value()).as(spec).isEqualTo(Optional.ofNullable(absent));
      assertThat(setting.isWritten()).isFalse();
      assertThat(setting.field()).hasToString("spec." + path);
    }
  }

  @Test
  void theServiceAccountDecidesOnTheToken() {
    assertThat(pod("{}").automountServiceAccountToken().origin()).isEqualTo(UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "serviceAccount: old | old | serviceAccount",
        "{serviceAccountName: new, serviceAccount: old} | new | serviceAccountName",
        "{serviceAccountName: '', serviceAccount: old} | old | serviceAccount",
        "{serviceAccountName: null, serviceAccount: old} | old | serviceAccount",
        "{serviceAccountName: 5, serviceAccount: old} | old | serviceAccount",
        "{serviceAccountName: '', serviceAccount: ''} | default | serviceAccountName",
        "serviceAccountName: '' | default | serviceAccountName"
      })
  void theDeprecatedNameCountsWhereTheNewOneIsEmpty(String spec, String name, String field) {
    Setting<String> setting = pod(spec).serviceAccountName();
    assertThat(setting.value()).contains(name);
    assertThat(setting.field()).hasToString("spec." + field);
    assertThat(setting.origin()).isEqualTo(name.equals("default") ? DEFAULT : POD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | LINUX",
        "os: {name: linux} | LINUX",
        "os: {name: windows} | WINDOWS",
        "os: windows | LINUX",
        "nodeSelector: {kubernetes.io/os: windows} | WINDOWS",
        "nodeSelector: {kubernetes.io/os: linux} | LINUX",
        "nodeSelector: {beta.kubernetes.io/os: windows} | WINDOWS",
        "nodeSelector: {beta.kubernetes.io/os: linux} | LINUX",
        "{os: {name: linux}, nodeSelector: {beta.kubernetes.io/os: windows}} | LINUX",
        "{os: {name: windows}, nodeSelector: {kubernetes.io/os: linux}} | WINDOWS",
        "{os: {name: linux}, nodeSelector: {kubernetes.io/os: windows}} | LINUX"
      })
  void theOperatingSystemIsThePodsOrElseThatOfItsNodes(String spec, OperatingSystem system) {
    assertThat(pod(spec).operatingSystem()).isEqualTo(system);
    assertThat(pod(spec).isWindows()).isEqualTo(system == OperatingSystem.WINDOWS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{key: kubernetes.io/os, operator: In, values: [windows]} | WINDOWS",
        "{key: beta.kubernetes.io/os, operator: In, values: [windows]} | WINDOWS",
        "{key: gpu, operator: Exists}, {key: kubernetes.io/os, operator: In, values: [windows]}"
            + " | WINDOWS",
        "{key: kubernetes.io/os, operator: In, values: [windows, linux]} | LINUX",
        "{key: kubernetes.io/os, operator: In, values: []} | LINUX",
        "{key: kubernetes.io/os, operator: NotIn, values: [windows]} | LINUX",
        "{key: kubernetes.io/arch, operator: In, values: [windows]} | LINUX"
      })
  void theOperatingSystemMayBeThatOfARequiredAffinity(String expression, OperatingSystem system) {
    assertThat(pod(requiring("{matchExpressions: [" + expression + "]}")).operatingSystem())
        .isEqualTo(system);
  }

  @Test
  void anAffinityToWindowsCountsIfNoOtherNodeWillDoAndNothingElseSaysSo() {
    String windows =
        "{matchExpressions: [{key: kubernetes.io/os, operator: In, values: [windows]}]}";
    String other = "{matchExpressions: [{key: gpu, operator: Exists}]}";

    assertThat(pod(requiring(windows + ", " + windows)).isWindows()).isTrue();
    assertThat(pod(requiring(windows + ", " + other)).isWindows()).isFalse();
    assertThat(pod(requiring("")).isWindows()).isFalse();
    assertThat(pod("os: {name: linux}\n" + requiring(windows)).isWindows()).isFalse();
    assertThat(pod("nodeSelector: {kubernetes.io/os: linux}\n" + requiring(windows)).isWindows())
        .isFalse();
    assertThat(pod(requiring(windows).replace("required", "preferred")).isWindows()).isFalse();
  }

  private static String requiring(String terms) {
    return "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
        + " {nodeSelectorTerms: ["
        + terms
        + "]}}}";
  }

  @ParameterizedTest
  @CsvSource({
    "false, 1.32, false, HOST",
    "false, 1.33, false, POD",
    "false, 1.37, false, POD",
    "true, 1.33, false, HOST",
    "null, 1.33, false, HOST",
    "'''false''', 1.33, false, HOST",
    "false, 1.32, true, NODE",
    "false, 1.33, true, POD",
    "true, 1.33, true, NODE",
    "null, 1.37, true, NODE"
  })
  void rootIsWhoseNamespaceItIs(
      String hostUsers, String version, boolean rootless, UserNamespace expected) {
    KubernetesVersion target = KubernetesVersion.parse(version);
    ClusterProfile cluster =
        new ClusterProfile(target, rootless, ClusterProfile.of(target).userNamespaces(), false);
    UserNamespace namespace =
        Manifests.pod("hostUsers: " + hostUsers, "", cluster).security().userNamespace();
    assertThat(namespace).isEqualTo(expected);
    assertThat(namespace.isolatesRoot()).isEqualTo(expected != UserNamespace.HOST);
  }

  @Test
  void userNamespacesCanBeAssumedOfAnyVersion() {
    ClusterProfile with = new ClusterProfile(new KubernetesVersion(1, 30), false, true, false);
    ClusterProfile without = new ClusterProfile(KubernetesVersion.LATEST, false, false, false);
    assertThat(Manifests.pod("hostUsers: false", "", with).security().userNamespace())
        .isEqualTo(UserNamespace.POD);
    assertThat(Manifests.pod("hostUsers: false", "", without).security().userNamespace())
        .isEqualTo(UserNamespace.HOST);
  }

  @Test
  void listsKeepTheirPlaces() {
    PodSecurity security =
        pod(
            """
            securityContext:
              supplementalGroups: [0, 1e3]
              sysctls:
              - {name: net.core.somaxconn, value: '1024'}
            """);
    assertThat(security.supplementalGroups())
        .extracting(field -> field.integer().orElseThrow())
        .containsExactly(0L, 1000L);
    assertThat(security.sysctls())
        .extracting(field -> field + " " + field.get("name").text())
        .containsExactly("spec.securityContext.sysctls[0] net.core.somaxconn");
  }

  @Test
  void listsThatAreNoneAreEmpty() {
    PodSecurity security = pod("securityContext: {supplementalGroups: 5, sysctls: {a: b}}");
    assertThat(security.supplementalGroups()).isEmpty();
    assertThat(security.sysctls()).isEmpty();
    assertThat(pod("securityContext: 5").sysctls()).isEmpty();
    assertThat(pod("securityContext: 5").context()).hasToString("spec.securityContext");
  }

  private static PodSecurity pod(String spec) {
    return Manifests.pod(spec).security();
  }

  private static String line(String path, String value) {
    String[] names = path.split("\\.");
    return names.length == 1
        ? "{%s: %s}".formatted(names[0], value)
        : "%s: {%s: %s}".formatted(names[0], names[1], value);
  }

  private static Arguments field(
      String path,
      Function<PodSecurity, Setting<?>> read,
      String written,
      Object value,
      Object absent) {
    return Arguments.of(path, read, written, value, absent);
  }
}
