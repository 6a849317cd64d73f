package dev.seaworthy.config;

import static dev.seaworthy.config.ConfigurationFixture.CATALOG;
import static dev.seaworthy.config.ConfigurationFixture.FILE;
import static dev.seaworthy.config.ConfigurationFixture.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.engine.IgnorePolicy;
import dev.seaworthy.engine.TestRules;
import dev.seaworthy.source.FileState;
import dev.seaworthy.source.Source;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From the text of a configuration to the findings. */
class ConfiguredAnalysisTest {

  private static final Source AGENT =
      Source.of(
          "deploy/agent.yaml",
          """
          apiVersion: v1
          kind: Pod
          metadata: {name: agent}
          spec:
            hostPID: true
            hostIPC: true
            containers: [{name: app, securityContext: {privileged: true}}]
          """);

  @Test
  void runsTheConfiguredRulesWithTheConfiguredSeverities() throws Exception {
    AnalysisResult result =
        analyse(
            """
            profile: none
            rules:
              host-pid: {severity: critical}
              host-*: {enabled: true, severity: low}
              ksv-0017: {enabled: false}
            """,
            AGENT);

    assertThat(result.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "deploy/agent.yaml:5:12: critical[host-pid]: 'hostPID' is set",
            "deploy/agent.yaml:6:12: low[host-ipc]: 'hostIPC' is set");
  }

  @Test
  void suppressesWhatIsConfiguredAndReportsWhatIsOfNoUse() throws Exception {
    AnalysisResult result =
        analyse(
            """
            rules:
              "*":
                ignore:
                  - {kind: Pod, name: agent, path: /deploy/, reason: watches the node}
              host-pid:
                ignore:
                  - path: /deploy/
                    expires: 2026-06-14
                    reason: until the summer
                  - vendor/
              host-ipc:
                ignore:
                  - reason: never seen
                    name: other
            """,
            AGENT);

    assertThat(result.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "seaworthy.yaml:7:9: info[expired-suppression]: suppression of 'host-pid' expired on"
                + " 2026-06-14",
            "seaworthy.yaml:10:9: info[suppression-without-reason]: suppression of 'host-pid' gives"
                + " no reason",
            "seaworthy.yaml:10:9: info[unused-suppression]: suppression of 'host-pid' suppresses"
                + " nothing: no analysed file has such a path",
            "seaworthy.yaml:13:9: info[unused-suppression]: suppression of 'host-ipc' suppresses"
                + " nothing");
    assertThat(result.suppressed())
        .hasSize(3)
        .allSatisfy(
            hidden -> {
              assertThat(hidden.suppression().reason()).isEqualTo("watches the node");
              assertThat(hidden.suppression().location()).hasToString("seaworthy.yaml:4:9");
            });
  }

  @Test
  void blamesNoSuppressionIfOnlyAFileIsAnalysed() throws Exception {
    String yaml =
        """
        profile: none
        rules:
          unused-suppression: {enabled: true}
          host-pid:
            enabled: true
            ignore:
              - {path: deploy/*.yaml, reason: of some file in the folder}
              - {path: deploy/web.yaml, reason: of this file}
              - {name: other, reason: of some object}
        """;
    Source web = Source.of("deploy/web.yaml", "apiVersion: v1\nkind: Pod\n");

    Configuration configuration =
        new ConfigurationReader(CATALOG, REPOSITORY, List.of(Path.of("deploy/web.yaml")))
            .read(FILE, yaml);

    assertThat(analyse(configuration, web).findings())
        .extracting(Finding::toString)
        .containsExactly(
            "seaworthy.yaml:8:9: info[unused-suppression]: suppression of 'host-pid' suppresses"
                + " nothing");
  }

  @Test
  void boundsTheSizeOfFiles() throws Exception {
    AnalysisResult result = analyse("limits: {maxFileSize: 64}", AGENT);

    assertThat(result.count(FileState.FAILED)).isEqualTo(1);
    assertThat(result.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).isEqualTo("larger than 64 bytes"));
  }

  private static AnalysisResult analyse(String yaml, Source... sources)
      throws ConfigurationException {
    return analyse(ConfigurationFixture.reader().read(FILE, yaml), sources);
  }

  private static AnalysisResult analyse(Configuration configuration, Source... sources) {
    Optional<LocalDate> today = Optional.of(LocalDate.of(2026, 6, 15));
    return Analyzer.builder()
        .rules(TestRules.ALL)
        .selection(configuration.selection())
        .cluster(configuration.cluster().profile())
        .limits(configuration.limits())
        .ignores(new IgnorePolicy(true, configuration.ignores(), today))
        .build()
        .analyze(sources);
  }
}
