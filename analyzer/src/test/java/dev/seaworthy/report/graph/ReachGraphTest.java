package dev.seaworthy.report.graph;

import static dev.seaworthy.report.graph.Paths.CLUSTER;
import static dev.seaworthy.report.graph.Paths.CODE;
import static dev.seaworthy.report.graph.Paths.HOST_VIEW;
import static dev.seaworthy.report.graph.Paths.NODE;
import static dev.seaworthy.report.graph.Paths.ROOT;
import static dev.seaworthy.report.graph.Paths.account;
import static dev.seaworthy.report.graph.Paths.step;
import static dev.seaworthy.report.graph.Paths.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.WorkloadReach;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReachGraphTest {

  @Test
  void stepsWithinTheContainerBelongToTheOneThatLeadsOut() {
    assertThat(arrows(workload("a", step("root", CODE, ROOT), step("privileged", ROOT, NODE))))
        .containsExactly("Pod shop/a -root → privileged-> the node");
  }

  @Test
  void theRoleStandsBetweenTheAccountAndWhatItAllows() {
    assertThat(
            arrows(
                workload(
                    "a",
                    step("token", CODE, account("web")),
                    step("secrets", account("web"), CLUSTER, "reader"))))
        .containsExactlyInAnyOrder(
            "Pod shop/a -token-> shop/web", "shop/web --> reader", "reader -secrets-> the cluster");
  }

  @Test
  void workloadsShareWhatTheyHaveInCommon() {
    assertThat(
            arrows(
                workload(
                    "a",
                    step("token", CODE, account("web")),
                    step("secrets", account("web"), CLUSTER, "reader")),
                workload(
                    "b",
                    step("exec", CODE, account("web")),
                    step("secrets", account("web"), CLUSTER, "reader")),
                workload("c", step("privileged", CODE, NODE))))
        .containsExactlyInAnyOrder(
            "Pod shop/a -token-> shop/web",
            "Pod shop/b -exec-> shop/web",
            "shop/web --> reader",
            "reader -secrets-> the cluster",
            "Pod shop/c -privileged-> the node");
  }

  /** Or the drawing would say that the second workload takes the cluster too. */
  @Test
  void whereOneGoesOnAndAnotherDoesNotTheyAreApart() {
    ReachGraph graph =
        graph(
            workload("a", step("privileged", CODE, NODE), step("control-plane", NODE, CLUSTER)),
            workload("b", step("privileged", CODE, NODE)));

    assertThat(graph.nodes())
        .extracting(GraphNode::title)
        .filteredOn("the node"::equals)
        .hasSize(2);
    assertThat(graph.links()).extracting(GraphLink::from).doesNotHaveDuplicates();
  }

  @Test
  void anArrowLeadsToABoxThatComesEarlier() {
    ReachGraph graph =
        graph(
            workload(
                "a",
                step("token", CODE, account("web")),
                step("create", account("web"), account("admin"), "creator"),
                step("all", account("admin"), CLUSTER, "admin")));

    assertThat(graph.links()).hasSize(5).allMatch(link -> link.to() < link.from());
  }

  @Test
  void whatStaysInItsContainerIsNotDrawn() {
    ReachGraph graph = graph(workload("a", step("root", CODE, ROOT)), workload("b"));

    assertThat(graph.nodes()).isEmpty();
    assertThat(graph.leftOut()).isZero();
  }

  @Test
  void beyondTheLimitWorkloadsAreCounted() {
    List<WorkloadReach> workloads =
        List.of(
            workload("a", step("privileged", CODE, NODE)),
            workload("b", step("logs", CODE, HOST_VIEW)),
            workload("c", step("logs", CODE, HOST_VIEW)),
            workload("d"));

    ReachGraph graph = new ReachGraph(workloads, 1);

    assertThat(graph.nodes())
        .extracting(GraphNode::title)
        .containsExactly("the node", "Pod shop/a");
    assertThat(graph.leftOut()).isEqualTo(2);
  }

  private static ReachGraph graph(WorkloadReach... workloads) {
    return new ReachGraph(List.of(workloads), Integer.MAX_VALUE);
  }

  private static List<String> arrows(WorkloadReach... workloads) {
    ReachGraph graph = graph(workloads);
    List<GraphNode> nodes = graph.nodes();
    return graph.links().stream()
        .map(
            link ->
                nodes.get(link.from()).title()
                    + (" -" + link.label() + "-> ")
                    + nodes.get(link.to()).title())
        .toList();
  }
}
