package dev.seaworthy.cli;

import static dev.seaworthy.cli.CliRun.in;
import static dev.seaworthy.cli.ReachManifests.ADMIN;
import static dev.seaworthy.cli.ReachManifests.BROKEN;
import static dev.seaworthy.cli.ReachManifests.CONTAINED;
import static dev.seaworthy.cli.ReachManifests.PRIVILEGED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code seaworthy reach --explain}. */
class ReachExplainTest {

  @TempDir Path folder;

  @BeforeEach
  void beTheRootOfARepository() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
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
            "= value: none: remove the item 'kind: ServiceAccount, name: admin, namespace: ops' from",
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
        .prints("= not known: job.yaml:16:73: ", "'not-scanned', which is not known\n");
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
        .prints("reach[contained]: ", "= refused: namespace.yaml:3:", ": namespace 'ops' enforces");
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
        .exits(3)
        .prints("problem[yaml-syntax]", "--> broken.yaml:", "no workloads; 1 problem")
        .complains("error: there is no workload 'Pod/web' among those");
    in(folder)
        .run("reach", "--explain", "Pod/web", "--format", "json")
        .exits(3)
        .prints("\"yaml-syntax\"")
        .complains("problem[yaml-syntax]", "error: there is no workload 'Pod/web'");
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
