package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rules of the profile {@code strict} find in the charts of {@code testdata/charts} what is
 * marked there, on just that line, and nothing else. Those of the category {@code reach} are left
 * out: they repeat at one place what the others report at several.
 */
@EnabledOnOs(
    value = {OS.LINUX, OS.MAC},
    architectures = {"amd64", "x86_64", "aarch64", "arm64"},
    disabledReason = "there is no native Helm engine for the platform")
class ChartTestdataTest {

  private static final Path CHARTS = Invocation.PROJECT.resolve("testdata").resolve("charts");
  private static final String BROKEN = "broken";
  private static final Map<String, CliRun> RUNS = new ConcurrentHashMap<>();

  /** All folders with charts, those that are broken too. */
  static List<String> charts() throws IOException {
    return Stream.concat(intact().stream(), broken().stream()).toList();
  }

  static List<String> intact() throws IOException {
    return folders(CHARTS).filter(name -> !name.equals(BROKEN)).toList();
  }

  static List<String> broken() throws IOException {
    return folders(CHARTS.resolve(BROKEN)).map(name -> BROKEN + "/" + name).toList();
  }

  private static Stream<String> folders(Path parent) throws IOException {
    try (Stream<Path> folders = Files.list(parent)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void findsWhatIsMarkedAndNothingElse(String chart) throws IOException {
    JsonNode result = json(check(chart));

    List<String> found = new ArrayList<>();
    Set<String> related = new TreeSet<>();
    Set<String> scenarios = scenarios(chart);
    for (JsonNode finding : result.get("findings")) {
      found.add(place(finding) + mark(finding, scenarios));
      String id = finding.get("ruleId").asString();
      finding.get("related").forEach(place -> related.add(place(place) + "#> " + id));
    }
    for (JsonNode problem : result.get("problems")) {
      found.add(place(problem) + "#! " + problem.get("kind").asString());
    }
    found.addAll(related);
    assertThat(found).containsExactlyInAnyOrderElementsOf(ChartMarks.of(CHARTS, chart));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void everyFileIsAccountedForOnce(String chart) throws IOException {
    List<String> accounted = new ArrayList<>();
    json(check(chart)).get("inventory").forEach(e -> accounted.add(e.get("file").asString()));

    assertThat(accounted).containsExactlyInAnyOrderElementsOf(ChartMarks.files(CHARTS, chart));
  }

  @ParameterizedTest
  @MethodSource("intact")
  void anIntactChartIsAnalysedInFull(String chart) {
    check(chart).exits(0);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aBrokenChartNeverPasses(String chart) {
    check(chart).exits(3);
  }

  @Test
  void anObjectSaysWhenHelmInstallsIt() throws IOException {
    Map<String, String> hooks = new TreeMap<>();
    for (JsonNode finding : json(check("hooks")).get("findings")) {
      JsonNode object = finding.get("object");
      hooks.put(object.get("name").asString(), object.path("hook").asString(""));
    }

    assertThat(hooks)
        .containsOnly(
            Map.entry("cleanup", "post-delete"),
            Map.entry("migrate", "pre-install,pre-upgrade"),
            Map.entry("not-a-template", ""),
            Map.entry("release-name-test", "test"));
  }

  @Test
  void theWayOutOfAWorkloadStandsWhereTheTemplateWritesIt() {
    JsonNode result = json(run("blocks", "--rule=node-takeover"));

    JsonNode reach = result.get("reach").get(0);
    assertThat(reach.get("verdict").asString()).isEqualTo("takes-the-node");
    assertThat(reach.get("scenarios").get(0).asString()).isEqualTo("default");
    assertThat(place(reach.get("cut").get(0))).isEqualTo("blocks/templates/conditions.yaml:22 ");
    assertThat(place(reach.get("steps").get(1))).isEqualTo("blocks/templates/conditions.yaml:22 ");
    assertThat(result.get("findings")).hasSize(1);
    assertThat(place(result.get("findings").get(0)))
        .isEqualTo("blocks/templates/conditions.yaml:22 ");
  }

  /** Whatever is found, the status says whether all of the chart was looked at. */
  private static CliRun check(String chart) {
    return RUNS.computeIfAbsent(
        chart,
        unused ->
            run(
                chart,
                "--profile=strict",
                "--skip-rule=node-takeover",
                "--skip-rule=cluster-takeover",
                "--skip-rule=sees-the-host"));
  }

  private static CliRun run(String chart, String... rules) {
    Path cache = Invocation.PROJECT.resolve("cli").resolve("target").resolve("cache");
    Stream<String> fixed = Stream.of("check", "--fail-on=never", "--format=json", chart);
    return CliRun.in(CHARTS)
        .with("XDG_CACHE_HOME", cache.toString())
        .run(Stream.concat(fixed, Stream.of(rules)).toArray(String[]::new));
  }

  private static JsonNode json(CliRun run) {
    return JsonMapper.shared().readTree(run.out());
  }

  private static String place(JsonNode place) {
    String line = place.has("startLine") ? ":" + place.get("startLine").asInt() : "";
    return place.get("file").asString() + line + " ";
  }

  private static String mark(JsonNode finding, Set<String> all) {
    List<String> scenarios = new ArrayList<>();
    finding.path("scenarios").forEach(scenario -> scenarios.add(scenario.asString()));
    String precision = finding.get("precision").asString();
    String expected = scenarios.isEmpty() ? "exact" : "template";
    String sign =
        precision.equals(expected) ? "#! " : precision.equals("rendered") ? "#~ " : precision + " ";
    boolean always = scenarios.isEmpty() || all.equals(Set.copyOf(scenarios));
    return sign
        + finding.get("ruleId").asString()
        + (always ? "" : " in " + String.join(", ", scenarios));
  }

  private static Set<String> scenarios(String chart) throws IOException {
    Set<String> scenarios = new TreeSet<>(Set.of("default"));
    ChartMarks.files(CHARTS, chart).stream()
        .map(file -> file.substring(chart.length() + 1))
        .filter(file -> file.matches("ci/.*-values\\.yaml"))
        .forEach(scenarios::add);
    return scenarios;
  }
}
