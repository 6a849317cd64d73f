package dev.seaworthy.config;

import static dev.seaworthy.config.ConfigurationFixture.CATALOG;
import static dev.seaworthy.config.ConfigurationFixture.FILE;
import static dev.seaworthy.config.ConfigurationFixture.REPOSITORY;
import static dev.seaworthy.config.ConfigurationFixture.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seaworthy.engine.ConfiguredIgnore;
import dev.seaworthy.engine.Limits;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.model.NodeDefaults;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReaderTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# nothing yet\n", "---\n", "---\n# nothing\n...\n", "{}", "~"})
  void takesAnEmptyFileForTheDefault(String yaml) {
    Configuration expected = Configuration.DEFAULT;
    assertThat(read(yaml))
        .isEqualTo(
            new Configuration(
                Optional.of(FILE),
                expected.selection(),
                expected.failOn(),
                expected.cluster(),
                expected.exclude(),
                expected.ignores(),
                expected.limits(),
                expected.parameters(),
                expected.policies(),
                expected.schemaLocations(),
                expected.helm()));
  }

  @Test
  void readsEveryKey() {
    Configuration configuration =
        read(
            """
            profile: strict
            failOn: never
            kubernetesVersion: "1.31"
            rules:
              privileged-container:
                enabled: true
                severity: critical
                ignore:
                  - path: deploy/web.yaml
                    kind: Deployment
                    name: web
                    namespace: prod
                    container: app
                    reason: drives devices
                    expires: 2027-01-31
            exclude: [vendor/, "*.md"]
            cluster:
              rootlessNodes: true
              userNamespaces: true
              seccompDefault: true
              runtimeDefaultCapabilities: [CHOWN, KILL]
              anonymousKubeletPort: true
              unprivilegedBpf: true
              socketGroupRights: false
              controlPlaneTaints: false
              seLinuxEnforced: true
              deviceCgroup: false
            limits:
              maxFileSize: 8MiB
            policies: [policies, ../shared/policies.tar.gz]
            policyData: [policies/registries.yaml]
            policyNamespaces: [main, k8s.security]
            schemaLocations: [default, "schemas/{{.Group}}.json"]
            """);

    assertThat(configuration.file()).contains(FILE);
    assertThat(configuration.selection())
        .isEqualTo(
            new RuleSelection(
                Profile.STRICT,
                Map.of("privileged-container", true),
                List.of(),
                List.of(),
                Map.of("privileged-container", Severity.CRITICAL)));
    assertThat(configuration.failOn()).isEqualTo(FailOn.NEVER);
    assertThat(configuration.cluster().profile())
        .isEqualTo(
            new ClusterProfile(new KubernetesVersion(1, 31), true, true, true)
                .with(
                    new NodeDefaults(
                        Set.of("CHOWN", "KILL"), true, true, false, false, true, false)));
    assertThat(configuration.exclude()).containsExactly("vendor/", "*.md");
    assertThat(configuration.limits()).isEqualTo(Limits.DEFAULT.withMaxFileBytes(8 << 20));
    assertThat(configuration.policies())
        .isEqualTo(
            new PolicySettings(
                List.of(
                    REPOSITORY.resolve("policies"),
                    REPOSITORY.resolveSibling("shared/policies.tar.gz")),
                List.of(REPOSITORY.resolve("policies/registries.yaml")),
                List.of("main", "k8s.security")));
    assertThat(configuration.schemaLocations())
        .extracting(LocatedText::text)
        .containsExactly("default", "schemas/{{.Group}}.json");
    assertThat(configuration.schemaLocations().get(1).location().span().start().column())
        .isEqualTo(28);
    ConfiguredIgnore ignore = configuration.ignores().get(0);
    assertThat(configuration.ignores()).hasSize(1);
    assertThat(ignore)
        .usingRecursiveComparison()
        .ignoringFields("file", "location")
        .isEqualTo(
            new ConfiguredIgnore(
                "privileged-container",
                Optional.empty(),
                Optional.of("Deployment"),
                Optional.of("web"),
                Optional.of("prod"),
                Optional.of("app"),
                "drives devices",
                Optional.of(LocalDate.of(2027, 1, 31)),
                true,
                ignore.location()));
    assertThat(ignore.file().orElseThrow()).accepts("deploy/web.yaml").rejects("deploy/api.yaml");
    assertThat(ignore.location()).hasToString("seaworthy.yaml:9:9");
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void readsEachProfile(Profile profile) {
    assertThat(read("profile: " + profile).selection()).isEqualTo(RuleSelection.of(profile));
  }

  @ParameterizedTest
  @EnumSource(FailOn.class)
  void readsEachThreshold(FailOn failOn) {
    assertThat(read("failOn: " + failOn).failOn()).isEqualTo(failOn);
  }

  @ParameterizedTest
  @EnumSource(Severity.class)
  void readsEachSeverity(Severity severity) {
    assertThat(read("rules: {host-pid: {severity: " + severity + "}}").selection().severities())
        .containsExactly(Map.entry("host-pid", severity));
  }

  @ParameterizedTest
  @CsvSource({
    "1.30, 1.30",
    "'\"1.30\"', 1.30",
    "1.4, 1.4",
    "v1.34, 1.34",
    "1.34.2, 1.34",
    "'''1.34''', 1.34"
  })
  void takesTheVersionAsItIsWritten(String written, String version) {
    assertThat(read("kubernetesVersion: " + written).cluster().version())
        .contains(KubernetesVersion.parse(version));
  }

  @ParameterizedTest
  @CsvSource({"true, true", "yes, true", "on, true", "no, false", "off, false", "FALSE, false"})
  void readsBooleansAsKubernetesDoes(String written, boolean value) {
    assertThat(read("rules: {host-pid: {enabled: " + written + "}}").selection().enabled())
        .containsExactly(Map.entry("host-pid", value));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "4096, 4096", "64KiB, 65536", "1024MiB, 1073741824", "'\"8MiB\"', 8388608"})
  void readsSizesInBytesOrWithAUnit(String written, int bytes) {
    assertThat(read("limits: {maxFileSize: " + written + "}").limits().maxFileBytes())
        .isEqualTo(bytes);
  }

  @Test
  void letsTheVersionDecideWhatIsNotSaidOfTheCluster() {
    ClusterSettings old =
        read("{kubernetesVersion: '1.30', cluster: {seccompDefault: on}}").cluster();

    assertThat(old.profile().userNamespaces()).isFalse();
    ClusterProfile newer = old.withVersion(new KubernetesVersion(1, 34)).profile();
    assertThat(newer.userNamespaces()).isTrue();
    assertThat(newer.seccompDefault()).isTrue();
    assertThat(read("cluster: {userNamespaces: false}").cluster().profile())
        .isEqualTo(new ClusterProfile(KubernetesVersion.LATEST, false, false, false));
  }

  @Test
  void ranksIdsOverAliasesOverPatternsWhateverTheirOrder() {
    RuleSelection selection =
        read("""
                rules:
                  host-pid: {enabled: true, severity: high}
                  HOST-ALL: {enabled: true, severity: medium}
                  "host-*": {enabled: false, severity: info}
                  "*": {enabled: false, severity: low}
                """)
            .selection();

    assertThat(selection.enabled().keySet()).containsExactly("host-*", "*", "HOST-ALL", "host-pid");
    assertThat(selection.severities().keySet())
        .containsExactly("host-*", "*", "HOST-ALL", "host-pid");
  }

  @Test
  void readsIgnoresThatAreJustAPattern() {
    List<ConfiguredIgnore> ignores =
        read("rules:\n  host-pid:\n    ignore:\n      - testdata/\n      - \"*.tmp.yaml\"\n")
            .ignores();

    assertThat(ignores).extracting(ConfiguredIgnore::reason).containsExactly("", "");
    assertThat(ignores)
        .extracting(ignore -> ignore.location().toString())
        .containsExactly("seaworthy.yaml:4:9", "seaworthy.yaml:5:9");
    assertThat(ignores.get(0).file().orElseThrow()).accepts("a/testdata/b.yaml").rejects("a.yaml");
    assertThat(ignores.get(1).file().orElseThrow()).accepts("a/b.tmp.yaml").rejects("b.yaml");
  }

  @Test
  void knowsAnchorsAndMergeKeys() {
    Configuration configuration =
        read(
            """
            rules:
              host-pid: &off {enabled: false}
              host-ipc:
                <<: *off
                severity: low
              privileged-container: *off
            """);

    assertThat(configuration.selection().enabled())
        .isEqualTo(Map.of("host-pid", false, "host-ipc", false, "privileged-container", false));
  }

  @Test
  void readsJson() {
    assertThat(read("{\n\t\"failOn\": \"low\"\n}").failOn()).isEqualTo(FailOn.LOW);
  }

  @Test
  void readsAFileWithAByteOrderMark(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("seaworthy.yaml"), "\uFEFFfailOn: low\n");

    Configuration configuration =
        new ConfigurationReader(CATALOG, folder, List.of()).read(Path.of("seaworthy.yaml"));

    assertThat(configuration.failOn()).isEqualTo(FailOn.LOW);
    assertThat(configuration.file()).contains(folder.resolve("seaworthy.yaml"));
  }

  @Test
  void saysWhyAFileCannotBeRead(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("folder"));
    Files.write(folder.resolve("latin1"), "failOn: löw\n".getBytes(StandardCharsets.ISO_8859_1));
    Files.write(folder.resolve("binary"), new byte[] {0, 1, 2});
    Files.writeString(folder.resolve("huge"), "#".repeat((1 << 20) + 1));

    assertThat(failure(folder, "missing"))
        .isEqualTo("missing: there is no such file. Check the path.");
    assertThat(failure(folder, "folder"))
        .startsWith("folder: cannot be read: ")
        .endsWith(". Check that it is a file.");
    assertThat(failure(folder, "latin1"))
        .isEqualTo("latin1:1:10: byte 0xf6 is not valid UTF-8. Save it as UTF-8.");
    assertThat(failure(folder, "binary"))
        .isEqualTo("binary: binary file. Check that this is the right file.");
    assertThat(failure(folder, "huge"))
        .isEqualTo("huge: larger than 1 MiB. Check that this is the right file.");
  }

  private static String failure(Path folder, String file) {
    ConfigurationReader reader = new ConfigurationReader(CATALOG, folder, List.of());
    return org.assertj.core.api.Assertions.catchThrowableOfType(
            ConfigurationException.class, () -> reader.read(Path.of(file)))
        .getMessage();
  }

  @ParameterizedTest
  @CsvSource({
    "/repository, /repository/seaworthy.yaml, seaworthy.yaml",
    "/repository, /repository/ci/strict.yaml, ci/strict.yaml",
    "/repository/apps/web, /repository/seaworthy.yaml, ../../seaworthy.yaml",
    "/repository, /etc/seaworthy.yaml, /etc/seaworthy.yaml",
  })
  void namesTheFileAsResultsNameOthers(String base, String file, String name) {
    ConfigurationReader reader =
        new ConfigurationReader(CATALOG, Path.of(base).toAbsolutePath(), List.of());

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> reader.read(Path.of(file), "wrong"))
        .satisfies(e -> assertThat(e.errors().get(0).file()).isEqualTo(name));
  }

  @Test
  void wantsAnAbsoluteBase() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConfigurationReader(CATALOG, Path.of("here"), List.of(REPOSITORY)))
        .withMessage("'here' is not an absolute path");
  }

  @Test
  void readsHowChartsAreRendered() {
    HelmSettings helm =
        read("""
                helm:
                  engine: bin/helm
                  releaseName: shop.web
                  namespace: prod
                  apiVersions: [monitoring.coreos.com/v1]
                  charts:
                    - chart: deploy/*
                      releaseName: web
                      scenarios:
                        - name: production
                          values: [prod.yaml, ../shared/all.yaml]
                          set:
                            image.tag: "1.2"
                            replicas: 0x10
                            tls: yes
                            proxy: ~
                        - name: defaults
                    - namespace: other
                """)
            .helm();

    assertThat(helm.binary()).contains(REPOSITORY.resolve("bin/helm").toString());
    assertThat(helm.releaseName()).contains("shop.web");
    assertThat(helm.namespace()).contains("prod");
    assertThat(helm.apiVersions()).containsExactly("monitoring.coreos.com/v1");
    HelmSettings.ChartSettings web = helm.of("deploy/web").orElseThrow();
    assertThat(web.releaseName()).contains("web");
    assertThat(web.namespace()).isEmpty();
    assertThat(web.scenarios())
        .extracting(HelmSettings.ScenarioSettings::name)
        .containsExactly("production", "defaults");
    HelmSettings.ScenarioSettings production = web.scenarios().get(0);
    assertThat(production.location()).hasToString("seaworthy.yaml:10:11");
    assertThat(production.values())
        .containsExactly(
            REPOSITORY.resolve("prod.yaml"), REPOSITORY.resolveSibling("shared/all.yaml"));
    assertThat(production.sets())
        .extracting(set -> set.path() + "=" + set.value() + (set.text() ? " as text" : ""))
        .containsExactly("image.tag=1.2 as text", "replicas=16", "tls=true", "proxy=null");
    assertThat(production.sets().get(0).location()).hasToString("seaworthy.yaml:13:13");
    assertThat(helm.of("apps/db").orElseThrow().namespace()).contains("other");
  }

  @ParameterizedTest
  @CsvSource({
    "deploy/*, deploy/web, true",
    "deploy/*, deploy/web-1.0.tgz, true",
    "deploy/*, apps/deploy/web, false",
    "deploy/web/, deploy/web, true",
    "web, apps/web, true",
    "'*.tgz', apps/web.tgz, true",
    "'*.tgz', apps/web, false",
    "'*', ., true",
  })
  void namesChartsByPatterns(String pattern, String chart, boolean matches) {
    HelmSettings helm = read("helm: {charts: [{chart: '" + pattern + "'}]}").helm();

    assertThat(helm.of(chart).isPresent()).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({"native, ", "helm, helm", "/opt/helm, /opt/helm", "../helm, /helm"})
  void anEngineIsAnyProgram(String engine, String binary) {
    assertThat(read("helm: {engine: " + engine + "}").helm().binary())
        .isEqualTo(Optional.ofNullable(binary));
  }
}
