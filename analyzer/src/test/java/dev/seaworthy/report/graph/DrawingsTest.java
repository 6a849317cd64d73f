package dev.seaworthy.report.graph;

import static dev.seaworthy.report.graph.Paths.CODE;
import static dev.seaworthy.report.graph.Paths.NODE;
import static dev.seaworthy.report.graph.Paths.in;
import static dev.seaworthy.report.graph.Paths.result;
import static dev.seaworthy.report.graph.Paths.step;
import static dev.seaworthy.report.graph.Paths.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.WorkloadReach;
import dev.seaworthy.report.ReachSamples;
import dev.seaworthy.report.Report;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class DrawingsTest {

  private static final Report SVG = new SvgReport();
  private static final Report DOT = new DotReport();

  private static final AnalysisResult SAMPLES =
      ReachSamples.analyse("ops.yaml", ReachSamples.MANIFESTS);

  @Test
  void dotSaysWhatLeadsWhere() {
    assertThat(ReachSamples.written(DOT, SAMPLES))
        .startsWith("digraph reach {\n  rankdir=LR;\n")
        .endsWith("}\n")
        .contains(
            "label=\"Deployment ops/operator\\nops.yaml:6\"",
            "label=\"ops/operator\\nservice account\"",
            "label=\"operator\\nClusterRole\"",
            "label=\"the cluster\"",
            "label=\"runs-as-root → privileged\"")
        .doesNotContain("ops/small");
  }

  @Test
  void svgIsForThoseWhoDoNotSeeItToo() throws Exception {
    Document svg = svg(SAMPLES);

    assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
    assertThat(child(svg, "title")).isEqualTo("How far workloads reach");
    assertThat(child(svg, "desc")).contains("takes the cluster: 2, takes the node: 1");
    assertThat(texts(svg, "text"))
        .contains("Deployment ops/operator", "ops/operator", "operator", "the cluster", "the node");
  }

  @Test
  void svgRunsNothingAndLoadsNothing() throws Exception {
    Document svg = svg(SAMPLES);

    NodeList all = svg.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      assertThat(element.getTagName())
          .isIn("svg", "title", "desc", "style", "defs", "marker", "path", "rect", "text", "g");
      assertThat(element.hasAttribute("href")).isFalse();
    }
    assertThat(child(svg, "style")).contains("prefers-color-scheme: dark").doesNotContain("url(");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</title><script>alert(1)</script>",
        "]]><!-- & &amp; &#0;",
        "\\\\\\\" ] ; evil [ x=\\\"",
        "\\\\\\\\",
        "\\u0000\\u0007\\u001b[31m\\n\\r\\t",
        "\\uD800 \\uFFFE \\u202E \\u2028",
        "日本語 😀 'quotes'"
      })
  void namesDoNoHarm(String name) throws Exception {
    AnalysisResult result = ReachSamples.analyse("a.yaml", ReachSamples.hostile(name));
    assertThat(result.reach()).hasSize(1);

    Document svg = svg(result);
    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    assertThat(svg.getElementsByTagName("g").getLength()).isEqualTo(3);
    String dot = ReachSamples.written(DOT, result);
    assertThat(dot.lines()).hasSize(8);
    assertThat(dot.lines().filter(line -> line.contains("[label=")))
        .allMatch(
            line ->
                line.matches(
                    "  n\\d( -> n\\d)? \\[(\\w+=(\\w+|\"([^\"\\\\]|\\\\.)*\")(, |\\];))+"));
    assertThat(dot.codePoints()).noneMatch(one -> one != '\n' && Character.isISOControl(one));
  }

  @Test
  void longNamesAreCutAndShownInFullElsewhere() throws Exception {
    String name = "a-very-long-name".repeat(10);
    Document svg = svg(result(List.of(workload(name, step("privileged", CODE, NODE)))));

    assertThat(texts(svg, "text")).noneMatch(text -> text.contains(name));
    assertThat(texts(svg, "text")).anyMatch(text -> text.startsWith("Pod shop/a-very"));
    assertThat(texts(svg, "title")).anyMatch(text -> text.contains(name));
  }

  @Test
  void scenariosAreNamedOrCounted() throws Exception {
    WorkloadReach pod = workload("a", step("privileged", CODE, NODE));
    Document svg = svg(result(List.of(in(pod, "prod"), in(pod, "ci/a.yaml", "ci/b.yaml"))));

    assertThat(texts(svg, "text"))
        .contains("deploy/all.yaml:1 (prod)", "deploy/all.yaml:1 (2 scenarios)");
    assertThat(texts(svg, "title")).anyMatch(text -> text.contains("\nin ci/a.yaml, ci/b.yaml"));
  }

  @Test
  void onlyTheFurthestAreDrawnWhereThereAreTooMany() throws Exception {
    List<WorkloadReach> many = new ArrayList<>();
    IntStream.range(0, 1000)
        .forEach(i -> many.add(workload("pod-" + i, step("privileged", CODE, NODE))));
    Document svg = svg(result(many));

    assertThat(texts(svg, "text")).filteredOn(text -> text.startsWith("Pod ")).hasSize(200);
    assertThat(texts(svg, "text")).contains("Not drawn: 800 more that lead no further.");
    assertThat(ReachSamples.written(DOT, result(many)).lines())
        .filteredOn(line -> line.contains("Pod shop/"))
        .hasSize(1000);
  }

  @Test
  void nothingToDrawIsSaid() throws Exception {
    for (AnalysisResult nothing : List.of(result(List.of()), result(List.of(workload("a"))))) {
      assertThat(texts(svg(nothing), "text")).contains("No workload leads out of its containers.");
      assertThat(ReachSamples.written(DOT, nothing)).doesNotContain("n0");
    }
  }

  @Test
  void theSameResultGivesTheSameBytes() {
    AnalysisResult again = ReachSamples.analyse("ops.yaml", ReachSamples.MANIFESTS);

    for (Report report : List.of(SVG, DOT)) {
      assertThat(ReachSamples.written(report, again))
          .isEqualTo(ReachSamples.written(report, SAMPLES));
    }
  }

  private static Document svg(AnalysisResult result) throws Exception {
    byte[] bytes = ReachSamples.written(SVG, result).getBytes(StandardCharsets.UTF_8);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(bytes));
  }

  private static String child(Document svg, String name) {
    return svg.getElementsByTagName(name).item(0).getTextContent();
  }

  private static List<String> texts(Document svg, String name) {
    NodeList found = svg.getElementsByTagName(name);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }
}
