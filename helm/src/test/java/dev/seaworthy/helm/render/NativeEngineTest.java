package dev.seaworthy.helm.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seaworthy.helm.render.RenderResult.Failed;
import dev.seaworthy.helm.render.RenderResult.Reason;
import dev.seaworthy.helm.render.RenderResult.Refused;
import dev.seaworthy.helm.render.RenderResult.Rendered;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Helm itself; skipped on platforms that it does not come for. */
class NativeEngineTest {

  @TempDir static Path folder;

  private static HelmEngine engine;

  @BeforeAll
  static void start() {
    engine = RealEngine.start(EngineLimits.DEFAULT.withTime(Duration.ofMinutes(2)));
  }

  @AfterAll
  static void close() {
    if (engine != null) {
      engine.close();
    }
  }

  private static RenderResult render(RenderRequest request) {
    return engine.render(request);
  }

  private static RenderRequest request(String template) {
    return RenderRequest.of(TestCharts.chart(folder, template), "1.34");
  }

  private static String output(RenderRequest request) {
    RenderResult result = render(request);
    assertThat(result).isInstanceOf(Rendered.class);
    return ((Rendered) result).output();
  }

  @Test
  void rendersAChart() {
    RenderRequest request =
        request(
                "release: {{ .Release.Name }}\nnamespace: {{ .Release.Namespace }}\n"
                    + "version: {{ .Capabilities.KubeVersion.Version }}\numlaut: \u00fc \ud83d\ude80")
            .withRelease("shop", "prod");
    assertThat(output(request))
        .isEqualTo(
            "---\n# Source: demo/templates/web.yaml\nrelease: shop\nnamespace: prod\n"
                + "version: v1.34\numlaut: \u00fc \ud83d\ude80\n");
  }

  @Test
  void tellsHelmsVersion() {
    assertThat(engine.version()).hasValueSatisfying(told -> assertThat(told).startsWith("v3."));
  }

  @Test
  void rendersAChartWithoutTemplates() {
    RenderRequest request = RenderRequest.of(TestCharts.chart(folder, Map.of()), "1.34");
    assertThat(output(request)).isBlank();
  }

  @Test
  void rendersWithValuesFilesInTheirOrder() throws Exception {
    Path first = Files.writeString(folder.resolve("first, with 100%.yaml"), "a: 1\nb: {c: 1}\n");
    Path second = Files.writeString(folder.resolve("second \u00fc.yaml"), "b: {c: 2, d: 3}\n");
    RenderRequest request =
        request("values: {{ toJson .Values }}").withValues(List.of(first, second), List.of());
    assertThat(output(request)).contains("values: {\"a\":1,\"b\":{\"c\":2,\"d\":3}}");
  }

  @Test
  void rendersWithSingleValuesAsHelmReadsThem() throws Exception {
    Path file = Files.writeString(folder.resolve("list.yaml"), "l: [{x: 1}, {x: 2}]\n");
    RenderRequest request =
        request("values: {{ toJson .Values }}")
            .withValues(
                List.of(file),
                List.of(
                    SetValue.typed("a=1,b=true,c=1.5"),
                    SetValue.typed("a=2"),
                    SetValue.typed("list={x,1},n=null,q=\\,\\\\"),
                    SetValue.typed("l[1].x=9"),
                    SetValue.typed("e={}"),
                    SetValue.typed("trailing=t,"),
                    SetValue.string("s=1,m.k={1,true}"),
                    SetValue.string("empty="),
                    SetValue.string("o[1].p=x\\,y\u00fc")));
    assertThat(output(request))
        .contains(
            "values: {\"a\":2,\"b\":true,\"c\":\"1.5\",\"e\":[\"\"],\"empty\":\"\","
                + "\"l\":[{\"x\":1},{\"x\":9}],\"list\":[\"x\",1],\"m\":{\"k\":[\"1\",\"true\"]},"
                + "\"n\":null,\"o\":[null,{\"p\":\"x,y\u00fc\"}],\"q\":\",\\\\\",\"s\":\"1\","
                + "\"trailing\":\"t\"}");
  }

  @Test
  void refusesWithHelmsMessage() {
    RenderResult result = render(request("a: 1\nb: {{ required \"no tag\" .Values.tag }}\n"));
    assertThat(result).isInstanceOf(Refused.class);
    assertThat(((Refused) result).message())
        .startsWith("execution error at (demo/templates/web.yaml:2:6): no tag");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lookup \"v1\" \"Secret\" \"ns\" \"name\"",
        "lookup \"v1\" \"Secret\" \"ns\" \"\"",
        "lookup \"v1\" \"Namespace\" \"\" \"\"",
        "lookup \"apps/v1\" \"Deployment\" \"\" \"name\"",
        "lookup \"example.com/v1\" \"Thing\" \"ns\" \"name\"",
        "lookup \"example.com/v1\" \"Thing\" \"\" \"\""
      })
  void looksUpNothing(String lookup) {
    assertThat(output(request("found: {{ " + lookup + " | toJson }}"))).contains("found: {}");
  }

  @Test
  void asksNoNameServer() {
    assertThat(output(request("address: {{ getHostByName \"localhost\" | quote }}")))
        .contains("address: \"\"");
  }

  @Test
  void givesTemplatesNoEnvironmentVariables() {
    assertThat(render(request("{{ env \"HOME\" }}"))).isInstanceOf(Refused.class);
  }

  @Test
  void fetchesNoSchema() throws Exception {
    try (ServerSocket server = new ServerSocket(0)) {
      server.setSoTimeout(1);
      String reference = "http://localhost:" + server.getLocalPort() + "/schema.json";
      Path chart =
          TestCharts.chart(
              folder,
              Map.of(
                  "templates/web.yaml",
                  "a: 1",
                  "charts/sub/Chart.yaml",
                  "apiVersion: v2\nname: sub\nversion: 1.0.0\n",
                  "charts/sub/values.schema.json",
                  "{\"$ref\": \"" + reference + "\"}"));
      RenderResult result = render(RenderRequest.of(chart, "1.34"));
      assertThat(((Refused) result).message())
          .isEqualTo(
              "charts/sub/values.schema.json refers to '"
                  + reference
                  + "', and nothing is read from there");
      assertThat(catchThrowable(server::accept)).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ range until 1000000000 }}{{ end }}",
        "{{ $a := repeat 1000000 \"xxxxxxxxxx\" }}{{ repeat 10000 $a }}",
        "{{ $s := \"x\" }}{{ range until 1000 }}{{ $s = print $s $s }}{{ end }}",
        "{{ $d := dict \"t\" \"{{ tpl .t . }}\" \"Template\" .Template }}{{ tpl $d.t $d }}"
      })
  void survivesTemplatesWithoutAnEnd(String template) {
    EngineLimits tight =
        EngineLimits.DEFAULT.withMemoryBytes(300L << 20).withTime(Duration.ofSeconds(3));
    try (HelmEngine bounded = RealEngine.start(tight)) {
      RenderResult result = bounded.render(request(template));
      assertThat(result).isInstanceOf(Failed.class);
      assertThat(((Failed) result).reason()).isIn(Reason.TIME, Reason.MEMORY);
      assertThat(bounded.render(request("a: 1"))).isInstanceOf(Rendered.class);
    }
  }

  @Test
  void boundsTheOutput() {
    try (HelmEngine bounded = RealEngine.start(EngineLimits.DEFAULT.withOutputBytes(1000))) {
      RenderResult result = bounded.render(request("a: {{ repeat 1000 \"x\" }}"));
      assertThat(result)
          .isEqualTo(
              new Failed(
                  Reason.OUTPUT,
                  "the rendered text is larger than 1000 bytes",
                  "Look for a loop or a 'repeat' that makes too much text, or allow more output."));
      assertThat(bounded.render(request("a: {{ repeat 900 \"x\" }}"))).isInstanceOf(Rendered.class);
    }
  }

  @Test
  void isTakenUpByManyThreads() {
    List<RenderRequest> requests = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      requests.add(request("number: " + i));
    }
    List<String> outputs = requests.parallelStream().map(NativeEngineTest::output).toList();
    for (int i = 0; i < outputs.size(); i++) {
      assertThat(outputs.get(i)).endsWith("number: " + i + "\n");
    }
  }

  @Test
  @Timeout(60)
  void endsWithTheProcessThatStartedIt() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    WorkerLauncher launcher = new WorkerLauncher(RenderWorker.class, EngineLimits.DEFAULT);
    Process process = launcher.start(home);
    DataOutputStream out = new DataOutputStream(process.getOutputStream());
    String library = RealEngine.library().locate(home).toString();
    new Command(Command.Kind.LOAD, List.of(library)).write(out);
    Reply ready = Reply.read(new DataInputStream(process.getInputStream()), 1000);
    assertThat(ready.kind()).isEqualTo(Reply.Kind.READY);
    RenderRequest endless =
        request("{{ range until 100000 }}{{ range until 100000 }}{{ end }}{{ end }}");
    List<String> arguments = new ArrayList<>(List.of("1000"));
    arguments.addAll(RenderArguments.of(endless, home).toList());
    new Command(Command.Kind.RENDER, arguments).write(out);
    out.close();
    assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void startsInAnEmptyHome() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "not on Linux");
    Path home = Files.createDirectory(folder.resolve("empty"));
    Process process = new WorkerLauncher(RenderWorker.class, EngineLimits.DEFAULT).start(home);
    try {
      String environment =
          Files.readString(Path.of("/proc/" + process.pid() + "/environ")).replace('\0', '\n');
      assertThat(environment)
          .contains("HOME=" + home + "\n", "KUBECONFIG=" + home.resolve("kubeconfig") + "\n")
          .doesNotContain("PATH=");
    } finally {
      process.destroyForcibly();
    }
  }
}
