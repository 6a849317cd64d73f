package dev.seaworthy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.source.FileState;
import dev.seaworthy.source.InventoryEntry;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever a source holds, it ends in one state, and the others are judged all the same. */
@Timeout(120)
class HostileInputTest {

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, annotations: {a: "b # c"}}
      spec:
        hostPID: yes # why
        volumes:
        - {name: v, hostPath: {path: /var/run}}
        containers:
        - name: app
          image: &i nginx:1.2
          command: ["sh", "-c", 'echo']
          securityContext: &s
            privileged: true
            capabilities: {add: [SYS_ADMIN]}
        - name: other
          image: *i
          securityContext:
            <<: *s
            runAsUser: 0
      """;

  private final Analyzer analyzer = Analyzer.builder().rules(List.of(new ReadEverything())).build();

  @Test
  void everyByteValueIsSurvived() {
    List<Source> sources = new ArrayList<>();
    for (int value = 0; value < 256; value++) {
      sources.add(Source.of("alone-" + value, new byte[] {(byte) value}));
      byte[] pod = POD.getBytes(StandardCharsets.UTF_8);
      pod[POD.indexOf("web")] = (byte) value;
      sources.add(Source.of("inside-" + value, pod));
    }
    checkAccounted(sources);
  }

  @Test
  void randomBytesAreSurvived() {
    Random random = new Random(7);
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      byte[] content = new byte[random.nextInt(2_000)];
      random.nextBytes(content);
      sources.add(Source.of("random-" + i, content));
    }
    checkAccounted(sources);
  }

  @Test
  void damagedManifestsAreSurvived() {
    Random random = new Random(11);
    String special = " \t\n\r:-?,[]{}#&*!|>'\"%@`~\\<=0\u0007\u2028\uFEFF\uD83D\uDE00";
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder(POD);
      for (int edit = random.nextInt(4); edit >= 0; edit--) {
        text.setCharAt(
            random.nextInt(text.length()), special.charAt(random.nextInt(special.length())));
        text.deleteCharAt(random.nextInt(text.length()));
      }
      sources.add(Source.of("damaged-" + i, text.toString()));
    }
    AnalysisResult result = checkAccounted(sources);
    assertThat(result.count(FileState.ANALYSED)).isPositive();
    assertThat(result.count(FileState.FAILED)).isPositive();
  }

  @Test
  void aManifestThatBreaksOffAnywhereIsSurvived() {
    List<Source> sources =
        IntStream.range(0, POD.length())
            .mapToObj(length -> Source.of("start-" + length, POD.substring(0, length)))
            .toList();
    checkAccounted(sources);
  }

  @Test
  void deepCustomResourcesAreALimitProblem() {
    String chain =
        IntStream.rangeClosed(1, 5_000)
            .mapToObj(i -> "  a" + i + ": &a" + i + " {b: [*a" + (i - 1) + "]}\n")
            .collect(Collectors.joining());
    checkLimit("apiVersion: example.org/v1\nkind: Deep\nspec:\n  a0: &a0 {b: []}\n" + chain);
    checkLimit(
        "{apiVersion: example.org/v1, kind: Deep, spec: "
            + "{a: ".repeat(10_000)
            + "}".repeat(10_000));
    checkLimit("{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"spec\": " + "[".repeat(10_000));
  }

  @Test
  void anAliasBombIsALimitProblem() {
    String chain =
        IntStream.rangeClosed(1, 20)
            .mapToObj(
                i -> "  a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(10) + "]\n")
            .collect(Collectors.joining());
    checkLimit("apiVersion: example.org/v1\nkind: Bomb\nspec:\n  a0: &a0 lol\n" + chain);
  }

  @Test
  void manyPodsInOneObjectTakeLinearTime() {
    String pod = "  - {spec: {containers: [{image: b, securityContext: {privileged: true}}]}}\n";
    AnalysisResult result =
        analyzer.analyze(
            Source.of(
                "pods.yaml",
                "apiVersion: example.org/v1\nkind: Pods\nspec:\n  pods:\n" + pod.repeat(20_000)));
    assertThat(result.objects()).isEqualTo(1);
    assertThat(result.findings()).isNotEmpty();
  }

  @Test
  void manyContainersInOnePodTakeLinearTime() {
    String containers =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "  - {name: c" + i + ", securityContext: {privileged: true}}\n")
            .collect(Collectors.joining());
    AnalysisResult result =
        analyzer.analyze(
            Source.of(
                "pod.yaml", "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n" + containers));
    assertThat(result.objects()).isEqualTo(1);
    assertThat(result.findings()).isNotEmpty();
  }

  /** One bad source, or a thousand, among good ones. */
  private AnalysisResult checkAccounted(List<Source> sources) {
    List<Source> all = new ArrayList<>(sources);
    all.add(Source.of("good.yaml", POD));
    AnalysisResult result = analyzer.analyze(all.toArray(Source[]::new));
    assertThat(result.inventory().stream().map(InventoryEntry::file))
        .containsExactlyInAnyOrderElementsOf(all.stream().map(Source::name).toList());
    assertThat(result.inventory())
        .filteredOn(entry -> entry.file().equals("good.yaml"))
        .containsExactly(InventoryEntry.analysed("good.yaml", 1));
    List<String> failed =
        result.inventory().stream()
            .filter(entry -> entry.state() == FileState.FAILED)
            .map(InventoryEntry::file)
            .toList();
    assertThat(result.problems().stream().map(problem -> problem.file().orElseThrow()))
        .containsAll(failed)
        .allMatch(failed::contains);
    assertThat(result.problems())
        .extracting(Problem::kind)
        .doesNotContain(ProblemKind.RULE_CRASHED, ProblemKind.RULE_LIMIT);
    return result;
  }

  private void checkLimit(String manifest) {
    AnalysisResult result = analyzer.analyze(Source.of("hostile.yaml", manifest));
    assertThat(result.problems()).extracting(Problem::kind).containsExactly(ProblemKind.YAML_LIMIT);
    assertThat(result.count(FileState.FAILED)).isEqualTo(1);
  }

  /** Reads all that there is, and flags privileged containers. */
  private static final class ReadEverything implements ObjectRule {

    @Override
    public RuleMetadata metadata() {
      return RuleMetadata.builder("read-everything", "everything is read")
          .category("test")
          .remediation("None.")
          .build();
    }

    @Override
    public void check(KubernetesObject object, Violations violations) {
      read(object.root());
      for (Workload workload : object.workloads()) {
        workload.volumes().forEach(volume -> volume.mounts());
        for (Container container : workload.containers()) {
          if (container.security().privileged().is(true)) {
            violations.report(container.security().privileged().field(), "privileged");
          }
        }
      }
    }

    private static void read(Field field) {
      field.text();
      field.integer();
      field.members().forEach(ReadEverything::read);
      field.items().forEach(ReadEverything::read);
    }
  }
}
