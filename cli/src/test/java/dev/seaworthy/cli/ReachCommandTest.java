package dev.seaworthy.cli;

import static dev.seaworthy.cli.CliRun.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReachCommandTest {

  private static final String CONTAINED =
      Manifests.HARDENED.replace("runAsNonRoot: true", "runAsNonRoot: true, runAsUser: 1000");
  private static final String PRIVILEGED =
      """
      apiVersion: apps/v1
      kind: DaemonSet
      metadata: {name: agent, namespace: ops}
      spec:
        template:
          spec:
            automountServiceAccountToken: false
            containers:
              - name: app
                image: example.com/app:1.0
                securityContext: {privileged: true, runAsUser: 0}
      """;
  private static final String ADMIN =
      """
      apiVersion: batch/v1
      kind: Job
      metadata: {name: migrate, namespace: ops}
      spec:
        template:
          spec:
            serviceAccountName: admin
            containers:
              - name: app
                image: example.com/app:1.0
                securityContext: {runAsUser: 1000, allowPrivilegeEscalation: false}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: admin}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
      subjects: [{kind: ServiceAccount, name: admin, namespace: ops}]
      """;
  private static final String BROKEN = "apiVersion: v1\nkind: Pod\nmetadata: {name: web\n";

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Job/migrate",
        "job/migrate",
        "ops/Job/migrate",
        "job/ops/migrate",
        "Job ops/migrate",
        "migrate"
      })
  void explainsTheWorkloadOfAName(String name) throws IOException {
    writeAll();
    in(folder)
        .run("reach", "--explain", name)
        .exits(0)
        .prints(
            "reach[takes-the-cluster]: Job ops/migrate\n",
            "step 1[mounted-token]: ",
            " --> admin.yaml:6:5",
            "step 2[all-rights]: ",
            "= leads: from service account 'ops/admin' to the cluster",
            "= why: ",
            "= read: https://",
            "change[1 of 1]: ",
            " --> admin.yaml:17:",
            "= effect: this change alone lowers the verdict on 'Job ops/migrate'",
            "1 workload: takes the cluster 1")
        .doesNotPrint("DaemonSet");
  }

  @Test
  void explainsWhatIsAssumedAndHowToSayOtherwise() throws IOException {
    write("pod.yaml", PRIVILEGED.replace(", runAsUser: 0", ""));
    in(folder)
        .run("reach", "--explain", "agent")
        .prints("= assumes: the image runs as root where the manifest does not keep it from");
    write("pod.yaml", socketPod());
    in(folder)
        .run("reach", "--explain", "agent")
        .prints("'cluster.socketGroupRights' in the configuration says otherwise");
    write("seaworthy.yaml", "cluster: {socketGroupRights: false}\n");
    in(folder).run("reach", "--explain", "agent").prints("reach[contained]: Pod agent");
  }

  @Test
  void explainsWhatIsNotKnown() throws IOException {
    write("job.yaml", ADMIN.replace("cluster-admin", "not-scanned"));
    in(folder)
        .run("reach", "--explain", "migrate")
        .prints("= not known: ", "'not-scanned', which is not known at job.yaml:");
  }

  @Test
  void explainsThatANamespaceRefusesThePod() throws IOException {
    write("agent.yaml", PRIVILEGED);
    write(
        "namespace.yaml",
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: ops, labels: {pod-security.kubernetes.io/enforce: baseline}}
        """);
    in(folder)
        .run("reach", "--verbose")
        .exits(0)
        .prints("contained  DaemonSet ops/agent", "namespace 'ops' enforces 'baseline'");
    in(folder)
        .run("reach", "--explain", "agent")
        .prints("reach[contained]: ", "= refused: namespace 'ops' enforces", "namespace.yaml:3:");
  }

  @Test
  void explainsThatNothingInTheManifestsHelps() throws IOException {
    write("web.yaml", CONTAINED);
    write("seaworthy.yaml", "cluster: {anonymousKubeletPort: true}\n");
    in(folder)
        .run("reach", "--explain", "web")
        .prints(
            "step 1[anonymous-kubelet]: ",
            "= changes: no few changes to these manifests lower the verdict")
        .doesNotPrint("change[");
    in(folder).run("reach").prints("    anonymous-kubelet\n");
  }

  @Test
  void explainsAllWorkloadsOfAName() throws IOException {
    write("a.yaml", PRIVILEGED);
    write("b.yaml", PRIVILEGED.replace("namespace: ops", "namespace: test"));
    in(folder)
        .run("reach", "--explain", "DaemonSet/agent")
        .prints("DaemonSet ops/agent", "DaemonSet test/agent", "2 workloads");
    in(folder)
        .run("reach", "--explain", "test/DaemonSet/agent")
        .prints("DaemonSet test/agent", "1 workload:")
        .doesNotPrint("ops/agent");
  }

  @Test
  void asksForTheWorkloadThatWasMeant() throws IOException {
    writeAll();
    in(folder)
        .run("reach", "--explain", "job/migrat")
        .exits(2)
        .printsNothing()
        .complains("error: there is no workload 'job/migrat'; did you mean 'Job/migrate'?");
    in(folder)
        .run("reach", "--explain", "Deployment/web/app/more")
        .exits(2)
        .complains("'seaworthy reach --verbose' lists them all");
  }

  /** The workload may be in there. */
  @Test
  void tellsOfProblemsWhereAWorkloadIsNotFound() throws IOException {
    write("broken.yaml", BROKEN);
    in(folder)
        .run("reach", "--explain", "Pod/web")
        .exits(2)
        .complains("broken.yaml:", "problem[yaml-syntax]", "there is no workload 'Pod/web'");
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
  void coloursVerdictsOnATerminal() throws IOException {
    writeAll();
    in(folder).onTerminal().run("reach").prints("\u001b[1;37;41mtakes the cluster\u001b[0m");
    in(folder).onTerminal().run("reach", "--format", "dot").doesNotPrint("\u001b");
  }

  private static String socketPod() {
    return """
        apiVersion: v1
        kind: Pod
        metadata: {name: agent}
        spec:
          automountServiceAccountToken: false
          volumes: [{name: socket, hostPath: {path: /run/containerd/containerd.sock}}]
          containers:
            - name: app
              image: example.com/app:1.0
              volumeMounts: [{name: socket, mountPath: /socket}]
              securityContext:
                runAsUser: 1000
                allowPrivilegeEscalation: false
                capabilities: {drop: [ALL]}
        """;
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
