package dev.seaworthy.model;

import static dev.seaworthy.model.Origin.CONTAINER;
import static dev.seaworthy.model.Origin.DEFAULT;
import static dev.seaworthy.model.Origin.POD;
import static dev.seaworthy.model.Origin.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of {@code SecurityContext}: container over pod over default. */
class InheritanceTest {

  private static final String OWN = "spec.containers[0].securityContext.";
  private static final String POD_WIDE = "spec.securityContext.";

  /**
   * A field.
   *
   * @param path below {@code securityContext}
   * @param first a value as written, and what it is read as
   * @param second another one
   * @param wrong a value of another type
   * @param absent what holds where nobody sets it; empty for what the manifest cannot tell
   */
  private record Case(
      String path,
      Function<ContainerSecurity, Setting<?>> read,
      String first,
      Object firstValue,
      String second,
      Object secondValue,
      String wrong,
      Optional<Object> absent) {

    String with(String value) {
      String[] names = path.split("\\.");
      return names.length == 1
          ? "{%s: %s}".formatted(names[0], value)
          : "{%s: {%s: %s}}".formatted(names[0], names[1], value);
    }

    Setting<?> of(String pod, String container) {
      Workload workload =
          Manifests.pod(
              """
              securityContext: %s
              containers:
              - name: app
                securityContext: %s
              """
                  .formatted(pod, container));
      return read.apply(workload.containers().get(0).security());
    }

    Origin absentOrigin() {
      return absent.isPresent() ? DEFAULT : UNKNOWN;
    }

    @Override
    public String toString() {
      return path;
    }
  }

  static Stream<Case> own() {
    return Stream.of(
        flag("privileged", ContainerSecurity::privileged, false),
        flag("allowPrivilegeEscalation", ContainerSecurity::allowPrivilegeEscalation, true),
        flag("readOnlyRootFilesystem", ContainerSecurity::readOnlyRootFilesystem, false),
        text("procMount", ContainerSecurity::procMount, Optional.of("Default")));
  }

  static Stream<Case> inherited() {
    return Stream.of(
        flag("runAsNonRoot", ContainerSecurity::runAsNonRoot, false),
        number("runAsUser", ContainerSecurity::runAsUser),
        number("runAsGroup", ContainerSecurity::runAsGroup),
        profile("seccompProfile", ContainerSecurity::seccompProfile, Optional.of("Unconfined")),
        profile("appArmorProfile", ContainerSecurity::appArmorProfile, Optional.empty()),
        new Case(
            "seLinuxOptions",
            ContainerSecurity::seLinuxOptions,
            "{type: spc_t, level: s0}",
            seLinux(null, "spc_t", "s0"),
            "{user: system_u}",
            seLinux("system_u", null, null),
            "spc_t",
            Optional.empty()),
        flag("windowsOptions.hostProcess", security -> security.windows().hostProcess(), false),
        windows("runAsUserName", WindowsSecurity::runAsUserName),
        windows("gmsaCredentialSpecName", WindowsSecurity::gmsaCredentialSpecName),
        windows("gmsaCredentialSpec", WindowsSecurity::gmsaCredentialSpec));
  }

  static Stream<Case> all() {
    return Stream.concat(own(), inherited());
  }

  @ParameterizedTest
  @MethodSource("all")
  void theContainersValueWins(Case field) {
    Setting<?> setting = field.of(field.with(field.second), field.with(field.first));
    expect(setting, Optional.of(field.firstValue), CONTAINER, OWN + field.path);
    assertThat(setting.isWritten()).isTrue();

    expect(
        field.of(field.with(field.first), field.with(field.second)),
        Optional.of(field.secondValue),
        CONTAINER,
        OWN + field.path);
  }

  @ParameterizedTest
  @MethodSource("inherited")
  void thePodsValueIsInherited(Case field) {
    for (String container : new String[] {"{}", "null", "[]", "true", field.with("null")}) {
      Setting<?> setting = field.of(field.with(field.second), container);
      expect(setting, Optional.of(field.secondValue), POD, POD_WIDE + field.path);
      assertThat(setting.isWritten()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("own")
  void thePodHasNoSuchField(Case field) {
    expect(field.of(field.with(field.first), "{}"), field.absent, DEFAULT, OWN + field.path);
    expect(field.of(field.with(field.second), "{}"), field.absent, DEFAULT, OWN + field.path);
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatNobodySetsIsTheDefaultOrUnknownAtTheContainer(Case field) {
    for (String nothing : new String[] {"{}", "null", "[]", field.with("null")}) {
      Setting<?> setting = field.of(nothing, nothing);
      expect(setting, field.absent, field.absentOrigin(), OWN + field.path);
      assertThat(setting.isWritten()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aValueOfAnotherTypeIsNotSet(Case field) {
    expect(
        field.of(field.with(field.wrong), field.with(field.wrong)),
        field.absent,
        field.absentOrigin(),
        OWN + field.path);
  }

  @ParameterizedTest
  @MethodSource("inherited")
  void aValueOfAnotherTypeDoesNotHideThePods(Case field) {
    expect(
        field.of(field.with(field.first), field.with(field.wrong)),
        Optional.of(field.firstValue),
        POD,
        POD_WIDE + field.path);
  }

  @Test
  void seLinuxOptionsAreInheritedAsAWhole() {
    ContainerSecurity security =
        container("{seLinuxOptions: {user: u, type: t}}", "{seLinuxOptions: {level: s0}}");
    assertThat(security.seLinuxOptions().value()).contains(seLinux(null, null, "s0"));
    assertThat(
            container("{seLinuxOptions: {type: t}}", "{seLinuxOptions: {}}")
                .seLinuxOptions()
                .value())
        .contains(seLinux(null, null, null));
  }

  @Test
  void windowsOptionsAreInheritedOneByOne() {
    WindowsSecurity windows =
        container(
                "{windowsOptions: {hostProcess: true, runAsUserName: pod}}",
                "{windowsOptions: {runAsUserName: own}}")
            .windows();
    expect(windows.hostProcess(), Optional.of(true), POD, POD_WIDE + "windowsOptions.hostProcess");
    expect(
        windows.runAsUserName(),
        Optional.of("own"),
        CONTAINER,
        OWN + "windowsOptions.runAsUserName");
    assertThat(windows.gmsaCredentialSpec().origin()).isEqualTo(UNKNOWN);
  }

  @Test
  void numbersAreReadAsTheApiServerReadsThem() {
    assertThat(container("{}", "{runAsUser: 1e3}").runAsUser().is(1000L)).isTrue();
    assertThat(container("{}", "{runAsUser: 0o17}").runAsUser().is(15L)).isTrue();
    assertThat(container("{}", "{runAsUser: 1.5}").runAsUser().origin()).isEqualTo(UNKNOWN);
  }

  @Test
  void everyContainerInheritsByItself() {
    Workload workload =
        Manifests.pod(
            """
            securityContext: {runAsUser: 1}
            initContainers: [{name: a, securityContext: {runAsUser: 2}}]
            containers: [{name: b}]
            ephemeralContainers: [{name: c, securityContext: {runAsUser: 3}}]
            """);
    assertThat(workload.containers())
        .extracting(container -> container.security().runAsUser().field().toString())
        .containsExactly(
            "spec.initContainers[0].securityContext.runAsUser",
            "spec.securityContext.runAsUser",
            "spec.ephemeralContainers[0].securityContext.runAsUser");
  }

  private static ContainerSecurity container(String pod, String container) {
    return Manifests.pod(
            """
            securityContext: %s
            containers: [{name: app, securityContext: %s}]
            """
                .formatted(pod, container))
        .containers()
        .get(0)
        .security();
  }

  private static void expect(Setting<?> setting, Optional<?> value, Origin origin, String path) {
    assertThat(setting.value().map(Object.class::cast)).isEqualTo(value);
    assertThat(setting.origin()).isEqualTo(origin);
    assertThat(setting.field()).hasToString(path);
  }

  private static Case flag(
      String path, Function<ContainerSecurity, Setting<?>> read, boolean absent) {
    return new Case(path, read, "true", true, "no", false, "'true'", Optional.of(absent));
  }

  private static Case number(String path, Function<ContainerSecurity, Setting<?>> read) {
    return new Case(path, read, "0", 0L, "1001", 1001L, "'0'", Optional.empty());
  }

  private static Case text(
      String path, Function<ContainerSecurity, Setting<?>> read, Optional<Object> absent) {
    return new Case(path, read, "Unmasked", "Unmasked", "'1'", "1", "1", absent);
  }

  private static Case windows(String name, Function<WindowsSecurity, Setting<String>> read) {
    return text(
        "windowsOptions." + name, security -> read.apply(security.windows()), Optional.empty());
  }

  private static Case profile(
      String path, Function<ContainerSecurity, Setting<?>> read, Optional<String> absent) {
    return new Case(
        path,
        read,
        "{type: Localhost, localhostProfile: a.json}",
        new SecurityProfile("Localhost", Optional.of("a.json")),
        "{type: RuntimeDefault}",
        SecurityProfile.of("RuntimeDefault"),
        "RuntimeDefault",
        absent.map(SecurityProfile::of));
  }

  private static SeLinuxOptions seLinux(String user, String type, String level) {
    return new SeLinuxOptions(
        Optional.ofNullable(user),
        Optional.empty(),
        Optional.ofNullable(type),
        Optional.ofNullable(level));
  }
}
