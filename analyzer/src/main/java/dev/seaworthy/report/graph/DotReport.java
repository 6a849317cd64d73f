package dev.seaworthy.report.graph;

import static dev.seaworthy.report.graph.GraphText.dot;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.report.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The paths of workloads as a graph in the language of Graphviz, from left to right. Workloads that
 * lead nowhere but to their own containers are left out; all others are there, however many.
 */
public final class DotReport implements Report {

  @Override
  public void write(AnalysisResult result, OutputStream out) throws IOException {
    ReachGraph graph = new ReachGraph(result.reach(), Integer.MAX_VALUE);
    StringBuilder text = new StringBuilder("digraph reach {\n  rankdir=LR;\n");
    text.append("  node [shape=box, style=filled, fillcolor=white, fontname=\"sans-serif\"];\n");
    text.append("  edge [fontname=\"sans-serif\", fontsize=10];\n");
    List<GraphNode> nodes = graph.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      text.append(node(i, nodes.get(i)));
    }
    graph.links().forEach(link -> text.append(link(link)));
    out.write(text.append("}\n").toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String node(int index, GraphNode node) {
    List<String> label = new ArrayList<>(List.of(node.title()));
    if (!node.subtitle().isEmpty()) {
      label.add(node.subtitle());
    }
    List<String> tooltip = new ArrayList<>(List.of(node.kind().label()));
    tooltip.addAll(node.detail());
    return "  n"
        + index
        + attributes(label, tooltip)
        + (", shape=" + shape(node.kind()) + ", fillcolor=\"" + colour(node) + "\"];\n");
  }

  private static String link(GraphLink link) {
    String ends = "  n" + link.from() + " -> n" + link.to();
    return ends + attributes(List.of(link.label()), link.detail()) + "];\n";
  }

  private static String attributes(List<String> label, List<String> tooltip) {
    return " [label=" + dot(label) + ", tooltip=" + dot(tooltip);
  }

  private static String shape(GraphNode.Kind kind) {
    return switch (kind) {
      case WORKLOAD -> "box";
      case ACCOUNT -> "ellipse";
      case ROLE -> "note";
      case HOST_VIEW, NODE -> "box3d";
      case CLUSTER -> "doubleoctagon";
    };
  }

  private static String colour(GraphNode node) {
    return switch (node.verdict()) {
      case CONTAINED -> "#ffffff";
      case ROOT_IN_CONTAINER -> "#dbeafe";
      case SEES_HOST -> "#fef3c7";
      case TAKES_NODE -> "#fed7aa";
      case TAKES_CLUSTER -> "#fecaca";
    };
  }
}
