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

import dev.seaworthy.engine.ReachStep;
import dev.seaworthy.engine.WorkloadReach;
import dev.seaworthy.reach.Stage;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drawings of paths made at random. */
class GraphLayoutTest {

  private static final List<Stage> PLACES =
      List.of(account("a"), account("b"), account("c"), HOST_VIEW, NODE, CLUSTER);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 13, 40, 200})
  void boxesDoNotOverlapAndLieWithinTheDrawing(int workloads) {
    ReachGraph graph = random(workloads);
    GraphLayout layout = new GraphLayout(graph);
    List<Rectangle> boxes = boxes(graph, layout);
    Rectangle page = new Rectangle(layout.width(), layout.height());

    for (int i = 0; i < boxes.size(); i++) {
      assertThat(page.contains(boxes.get(i))).isTrue();
      for (int j = 0; j < i; j++) {
        assertThat(boxes.get(i).intersects(boxes.get(j))).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 13, 40, 200})
  void arrowsLeadToTheRightAndThroughNoBox(int workloads) {
    ReachGraph graph = random(workloads);
    GraphLayout layout = new GraphLayout(graph);
    List<Rectangle> boxes = boxes(graph, layout);

    for (GraphLink link : graph.links()) {
      int start = layout.right(link.from());
      int turn = layout.left(link.to()) - GraphLayout.TURN;
      assertThat(turn).isGreaterThan(start);
      Rectangle row = new Rectangle(start + 1, layout.middle(link.from()), turn - start, 1);
      assertThat(boxes).noneMatch(row::intersects);
    }
  }

  private static List<Rectangle> boxes(ReachGraph graph, GraphLayout layout) {
    List<Rectangle> boxes = new ArrayList<>();
    for (int i = 0; i < graph.nodes().size(); i++) {
      boxes.add(
          new Rectangle(layout.left(i), layout.top(i), layout.boxWidth(i), GraphLayout.BOX_HEIGHT));
    }
    return boxes;
  }

  private static ReachGraph random(int workloads) {
    Random random = new Random(workloads);
    List<WorkloadReach> reach = new ArrayList<>();
    for (int i = 0; i < workloads; i++) {
      List<ReachStep> steps = new ArrayList<>();
      Stage at = random.nextBoolean() ? CODE : ROOT;
      if (at.equals(ROOT)) {
        steps.add(step("root", CODE, ROOT));
      }
      int length = 1 + random.nextInt(4);
      for (int k = 0; k < length; k++) {
        Stage next = PLACES.get(random.nextInt(PLACES.size()));
        String edge = "edge-" + random.nextInt(3);
        steps.add(
            random.nextBoolean() ? step(edge, at, next) : step(edge, at, next, "role-" + k % 2));
        at = next;
      }
      reach.add(workload("pod-" + i, steps.toArray(ReachStep[]::new)));
    }
    return new ReachGraph(reach, Integer.MAX_VALUE);
  }
}
