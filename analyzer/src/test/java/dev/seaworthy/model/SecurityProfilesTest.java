package dev.seaworthy.model;

import static dev.seaworthy.model.Origin.ANNOTATION;
import static dev.seaworthy.model.Origin.CONTAINER;
import static dev.seaworthy.model.Origin.DEFAULT;
import static dev.seaworthy.model.Origin.POD;
import static dev.seaworthy.model.Origin.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Seccomp and AppArmor: fields, legacy annotations and the nodes' default. */
class SecurityProfilesTest {

  private static final ClusterProfile OLD = ClusterProfile.of(new KubernetesVersion(1, 26));
  private static final ClusterProfile NEW = ClusterProfile.of(new KubernetesVersion(1, 27));
  private static final String OWN = "container.seccomp.security.alpha.kubernetes.io/app";
  private static final String POD_WIDE = "seccomp.security.alpha.kubernetes.io/pod";
  private static final String APPARMOR = "container.apparmor.security.beta.kubernetes.io/app";

  @ParameterizedTest
  @CsvSource({
    "runtime/default, RuntimeDefault, ''",
    "docker/default, RuntimeDefault, ''",
    "unconfined, Unconfined, ''",
    "localhost/profiles/a.json, Localhost, profiles/a.json"
  })
  void seccompAnnotationsCountedBefore127(String written, String type, String file) {
    for (String key : new String[] {OWN, POD_WIDE}) {
      Setting<SecurityProfile> setting = seccomp(OLD, key + ": " + written, "{}", "{}");
      assertThat(setting.value().orElseThrow().type()).isEqualTo(type);
      assertThat(setting.value().orElseThrow().localhostProfile().orElse("")).isEqualTo(file);
      assertThat(setting.origin()).isEqualTo(ANNOTATION);
      assertThat(setting.field()).hasToString("metadata.annotations['" + key + "']");
    }
  }

  @Test
  void seccompAnnotationsMeanNothingSince127ButStayReachable() {
    String annotation = OWN + ": runtime/default";
    Setting<SecurityProfile> setting = seccomp(NEW, annotation, "{}", "{}");
    assertThat(setting.value()).contains(SecurityProfile.of("Unconfined"));
    assertThat(setting.origin()).isEqualTo(DEFAULT);
    assertThat(container(NEW, annotation, "{}", "{}").seccompAnnotation().text())
        .isEqualTo("runtime/default");
    assertThat(container(NEW, "", "{}", "{}").seccompAnnotation().isPresent()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "'{}'", "5", "Unconfined", "null"})
  void anAnnotationThatMeansNothingIsNotSet(String written) {
    assertThat(seccomp(OLD, OWN + ": " + written, "{}", "{}").origin()).isEqualTo(DEFAULT);
  }

  @Test
  void ownFieldThenOwnAnnotationThenPodFieldThenPodAnnotation() {
    String annotations = OWN + ": localhost/own\n" + POD_WIDE + ": localhost/pod";
    String field = "{seccompProfile: {type: Unconfined}}";
    assertThat(seccomp(OLD, annotations, field, field).origin()).isEqualTo(CONTAINER);
    assertThat(seccomp(OLD, annotations, field, "{}").value().orElseThrow().localhostProfile())
        .contains("own");
    String podOnly = POD_WIDE + ": localhost/pod";
    assertThat(seccomp(OLD, podOnly, field, "{}").origin()).isEqualTo(POD);
    assertThat(seccomp(OLD, podOnly, "{}", "{}").value().orElseThrow().localhostProfile())
        .contains("pod");
  }

  @Test
  void theNodesDefaultAppliesWhereNobodySaysAnything() {
    ClusterProfile confined = new ClusterProfile(NEW.version(), false, false, true);
    Setting<SecurityProfile> setting = seccomp(confined, "", "{}", "{}");
    assertThat(setting.value()).contains(SecurityProfile.of("RuntimeDefault"));
    assertThat(setting.origin()).isEqualTo(DEFAULT);
    assertThat(
            seccomp(confined, "", "{seccompProfile: {type: Unconfined}}", "{}")
                .is(SecurityProfile.of("Unconfined")))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "RuntimeDefault, true",
    "'Localhost, localhostProfile: a.json', true",
    "'Localhost, localhostProfile: \"\"', false",
    "Localhost, false",
    "Unconfined, false",
    "runtimedefault, false",
    "5, false",
    "'', false"
  })
  void onlyAProfileThatTheApiServerTakesConfines(String type, boolean confines) {
    Setting<SecurityProfile> setting =
        seccomp(NEW, "", "{}", "{seccompProfile: {type: %s}}".formatted(type));
    assertThat(setting.origin()).isEqualTo(CONTAINER);
    assertThat(setting.value().orElseThrow().confines()).isEqualTo(confines);
  }

  @Test
  void appArmorTakesTheFieldThenTheAnnotationThenThePodsField() {
    String annotation = APPARMOR + ": localhost/own";
    String field = "{appArmorProfile: {type: Unconfined}}";
    assertThat(appArmor(annotation, field, field).origin()).isEqualTo(CONTAINER);

    Setting<SecurityProfile> annotated = appArmor(annotation, field, "{}");
    assertThat(annotated.origin()).isEqualTo(ANNOTATION);
    assertThat(annotated.value().orElseThrow().localhostProfile()).contains("own");
    assertThat(annotated.field()).hasToString("metadata.annotations['" + APPARMOR + "']");

    assertThat(appArmor("", field, "{}").origin()).isEqualTo(POD);
    assertThat(appArmor("", "{}", "{}").origin()).isEqualTo(UNKNOWN);
  }

  @Test
  void appArmorAnnotationsNameOneContainer() {
    assertThat(appArmor(APPARMOR + "lication: unconfined", "{}", "{}").origin()).isEqualTo(UNKNOWN);
  }

  @Test
  void appArmorHadNoFieldsBefore130() {
    String field = "{appArmorProfile: {type: Unconfined}}";
    ClusterProfile before = ClusterProfile.of(new KubernetesVersion(1, 29));
    ClusterProfile since = ClusterProfile.of(new KubernetesVersion(1, 30));
    String annotation = APPARMOR + ": runtime/default";
    assertThat(container(before, "", field, field).appArmorProfile().origin()).isEqualTo(UNKNOWN);
    assertThat(container(before, annotation, field, field).appArmorProfile().origin())
        .isEqualTo(ANNOTATION);
    assertThat(container(since, "", field, "{}").appArmorProfile().origin()).isEqualTo(POD);
  }

  @Test
  void dockersDefaultIsNoAppArmorProfile() {
    assertThat(appArmor(APPARMOR + ": docker/default", "{}", "{}").origin()).isEqualTo(UNKNOWN);
  }

  private static Setting<SecurityProfile> appArmor(String annotation, String pod, String own) {
    return container(ClusterProfile.DEFAULT, annotation, pod, own).appArmorProfile();
  }

  private static Setting<SecurityProfile> seccomp(
      ClusterProfile cluster, String annotations, String pod, String own) {
    return container(cluster, annotations, pod, own).seccompProfile();
  }

  private static ContainerSecurity container(
      ClusterProfile cluster, String annotations, String pod, String own) {
    String spec =
        """
        securityContext: %s
        containers: [{name: app, securityContext: %s}]
        """
            .formatted(pod, own);
    return Manifests.pod(spec, annotations, cluster).containers().get(0).security();
  }
}
