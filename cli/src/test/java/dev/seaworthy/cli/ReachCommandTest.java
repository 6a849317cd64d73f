package dev.seaworthy.cli;

import static dev.seaworthy.cli.CliRun.in;
import static dev.seaworthy.cli.ReachManifests.ADMIN;
import static dev.seaworthy.cli.ReachManifests.BROKEN;
import static dev.seaworthy.cli.ReachManifests.CONTAINED;
import static dev.seaworthy.cli.ReachManifests.PRIVILEGED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReachCommandTest {

  @TempDir Path folder;

  @BeforeEach
  void beTheRootOfARepository() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
  }

  @Test
  void listsWorkloadsTheFurthestFirst() throws IOException {
    writeAll();
    String table = in(folder).run("reach").exits(0).complainsNot().out();

    assertThat(table)
        .startsWith(
            "takes the cluster  Job ops/migrate      admin.yaml:6\n"
                + "    mounted-token → all-rights; change: ")
        .contains(
            "\ntakes the node     DaemonSet ops/agent  agent.yaml:6\n"
                + "    runs-as-root → privileged; change: set 'privileged' to 'false'\n"
                + "\n3 workloads: takes the cluster 1, takes the node 1, contained 1;"
                + " as a whole: takes the cluster; ")
        .doesNotContain("Pod web");
  }

  @Test
  void listsContainedWorkloadsOnRequest() throws IOException {
    writeAll();
    in(folder).run("reach", "--verbose").exits(0).prints("contained          Pod web");
  }

  @Test
  void saysThatThereIsNoWorkload() throws IOException {
    write("config.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}");
    in(folder).run("reach").exits(0).prints("no workloads; ", "1 analysed (1 object)");
  }

  @Test
  void nothingToAnalyseIsAProblem() {
    in(folder).run("reach").exits(3).prints("nothing-to-analyse", "--allow-empty");
    in(folder).run("reach", "--allow-empty").exits(0);
  }

  @Test
  void showsWhatItCouldAndWhatItCouldNotLookAt() throws IOException {
    write("agent.yaml", PRIVILEGED);
    write("broken.yaml", BROKEN);
    in(folder)
        .run("reach")
        .exits(3)
        .prints("DaemonSet ops/agent", "problem[yaml-syntax]", "--> broken.yaml:", "1 problem");
    in(folder)
        .run("reach", "--format", "svg")
        .exits(3)
        .prints("DaemonSet ops/agent")
        .doesNotPrint("yaml-syntax")
        .complains("problem[yaml-syntax]");
  }

  @ParameterizedTest
  @CsvSource({
    "takes-the-cluster, 0",
    "takes-the-node, 1",
    "sees-the-host, 1",
    "root-in-container, 1",
    "contained, 1"
  })
  void failsFromTheNamedVerdictOn(String verdict, int status) throws IOException {
    write("agent.yaml", PRIVILEGED);
    in(folder).run("reach", "--fail-on", verdict).exits(status);
  }

  @Test
  void workloadsThatLeadFarCountMoreThanProblems() throws IOException {
    write("agent.yaml", PRIVILEGED);
    write("broken.yaml", BROKEN);
    in(folder).run("reach", "--fail-on", "takes-the-node").exits(1);
    in(folder).run("reach", "--fail-on", "takes-the-cluster").exits(3);
  }

  @Test
  void whatSomebodyAcceptedLeadsAsFarAsBefore() throws IOException {
    write("agent.yaml", "# seaworthy: ignore[node-takeover] needs it\n" + PRIVILEGED);
    write("seaworthy.yaml", "rules: {node-takeover: {enabled: false}}\n");
    in(folder).run("reach").exits(0).prints("takes the node");
  }

  @Test
  void writesForPrograms() throws IOException {
    writeAll();
    write("broken.yaml", BROKEN);
    CliRun run = in(folder).run("reach", "--format", "json").exits(3);
    run.complains("problem[yaml-syntax]");
    JsonNode document = JsonMapper.shared().readTree(run.out());

    assertThat(document.at("/version").asInt()).isEqualTo(1);
    assertThat(document.at("/reach").findValuesAsString("verdict"))
        .containsExactly("takes-the-cluster", "takes-the-node", "contained");
    assertThat(document.at("/reach/0/steps").findValuesAsString("edge"))
        .containsExactly("mounted-token", "all-rights");
    assertThat(document.at("/problems/0/kind").asString()).isEqualTo("yaml-syntax");
    assertThat(document.at("/inventory").findValuesAsString("file")).contains("broken.yaml");
    assertThat(document.at("/summary/reach/takes-the-node").asInt()).isEqualTo(1);
  }

  /** The picture in the documentation. */
  @Test
  void drawsWhatTheDocumentationShows() throws IOException {
    Path testdata = Invocation.PROJECT.resolve("testdata");
    String svg =
        in(testdata)
            .run(
                "reach",
                "--format",
                "svg",
                "gitops",
                "privileged/administrator.yaml",
                "privileged/privileged.yaml")
            .exits(0)
            .out();
    Golden.assertEquals(Invocation.PROJECT.resolve("docs/reach.svg"), svg);
  }

  @Test
  void drawsOnlyTheWorkloadThatIsNamed() throws IOException {
    writeAll();
    in(folder)
        .run("reach", "--format", "dot", "--explain", "migrate")
        .exits(0)
        .prints("digraph", "Job ops/migrate", "cluster-admin")
        .doesNotPrint("DaemonSet");
  }

  @Test
  void writesToAFile() throws IOException {
    writeAll();
    in(folder)
        .run("reach", "--format", "svg", "--output", "reach.svg")
        .exits(0)
        .printsNothing()
        .complains("workloads: 3, written to ", "reach.svg");
    assertThat(folder.resolve("reach.svg")).content().startsWith("<svg ").endsWith("</svg>\n");
  }

  @Test
  void readsStandardInput() {
    in(folder).reading(PRIVILEGED).run("reach", "-").exits(0).prints("<stdin>:6");
  }

  @Test
  void leavesOutWhatTheConfigurationExcludes() throws IOException {
    writeAll();
    write("seaworthy.yaml", "exclude: [agent.yaml, admin.yaml]\n");
    in(folder).run("reach").exits(0).prints("1 workload: contained 1");
  }

  @Test
  void namesCannotWriteToTheTerminal() throws IOException {
    write("pod.yaml", PRIVILEGED.replace("name: agent", "name: \"\\u001b[31m\\nevil\""));
    for (String format : new String[] {"text", "dot", "svg"}) {
      in(folder).run("reach", "--format", format).prints("evil").doesNotPrint("\u001b", "\nevil");
    }
  }

  @Test
  void longNamesAreCutInTheTable() throws IOException {
    write("pod.yaml", PRIVILEGED.replace("name: agent", "name: \"" + "a\\0".repeat(1500) + "\""));
    for (String command : new String[] {"reach", "check"}) {
      String table =
          in(folder).run(command).out().lines().filter(ReachCommandTest::isRow).toList().toString();
      assertThat(table).contains("DaemonSet ops/a␀a␀").contains("...").hasSizeLessThan(220);
    }
  }

  private static boolean isRow(String line) {
    return line.contains("takes the node  ");
  }

  @Test
  void coloursVerdictsOnATerminal() throws IOException {
    writeAll();
    in(folder).onTerminal().run("reach").prints("\u001b[1;37;41mtakes the cluster\u001b[0m");
    in(folder).onTerminal().run("reach", "--format", "dot").doesNotPrint("\u001b");
  }

  private void writeAll() throws IOException {
    write("admin.yaml", ADMIN);
    write("agent.yaml", PRIVILEGED);
    write("web.yaml", CONTAINED);
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
