package dev.seaworthy.report.graph;

import static dev.seaworthy.report.graph.GraphText.xml;

import dev.seaworthy.reach.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Writes a graph as SVG. */
final class SvgDrawing {

  private static final String HEADING = "How far workloads reach";

  private final StringBuilder out = new StringBuilder();
  private final ReachGraph graph;
  private final GraphLayout layout;

  /**
   * @param description what the drawing shows, for those who do not see it
   */
  SvgDrawing(ReachGraph graph, String description) {
    this.graph = graph;
    this.layout = new GraphLayout(graph);
    open(description);
    legend();
    // arrows first, so that nothing is drawn over a box
    graph.links().forEach(this::link);
    for (int node = 0; node < graph.nodes().size(); node++) {
      box(node);
    }
    note();
    out.append("</svg>\n");
  }

  private void open(String description) {
    int width = layout.width();
    int height = layout.height();
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
    out.append(" aria-labelledby=\"reach-title reach-description\"");
    out.append(" width=\"" + width + "\" height=\"" + height + "\"");
    out.append(" viewBox=\"0 0 " + width + " " + height + "\">\n");
    out.append("<title id=\"reach-title\">" + HEADING + "</title>\n");
    out.append("<desc id=\"reach-description\">" + xml(description) + "</desc>\n");
    out.append("<style>\n" + SvgStyle.SHEET + "</style>\n");
    out.append("<defs><marker id=\"reach-arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\"");
    out.append(" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\">");
    out.append("<path class=\"tip\" d=\"M0 0 L8 4 L0 8 z\"/></marker></defs>\n");
    out.append("<rect class=\"page\" width=\"100%\" height=\"100%\"/>\n");
    text("heading", 20, 30, HEADING);
  }

  /** What the colours mean, the furthest first. */
  private void legend() {
    Verdict[] verdicts = Verdict.values();
    int x = 20;
    for (int i = verdicts.length - 1; verdicts[i].compareTo(Verdict.SEES_HOST) >= 0; i--) {
      out.append("<rect class=\"" + verdicts[i].id() + "\"");
      out.append(" x=\"" + x + "\" y=\"46\" width=\"14\" height=\"14\" rx=\"3\"/>\n");
      text("small", x + 20, 57, verdicts[i].label());
      x += 160;
    }
  }

  /** Along the row of the box that it leaves, which is free, and only then to the box. */
  private void link(GraphLink link) {
    int startX = layout.right(link.from());
    int startY = layout.middle(link.from());
    int endX = layout.left(link.to());
    int endY = layout.middle(link.to());
    int turn = endX - GraphLayout.TURN;
    int half = endX - GraphLayout.TURN / 2;
    out.append("<g>");
    title(link.detail());
    out.append(
        "<path class=\"link\" marker-end=\"url(#reach-arrow)\" d=\"M" + startX + " " + startY);
    out.append(" H" + turn + " C" + half + " " + startY + " " + half + " " + endY);
    out.append(" " + endX + " " + endY + "\"/>\n");
    int cells = (turn - startX) * 10 / GraphLayout.LABEL_CELL;
    text("small", startX + 6, startY - 5, GraphText.start(link.label(), cells));
    out.append("</g>\n");
  }

  private void box(int index) {
    GraphNode node = graph.nodes().get(index);
    int x = layout.left(index);
    int y = layout.top(index);
    int room = (layout.boxWidth(index) - 2 * GraphLayout.PADDING) * 10;
    List<String> detail = new ArrayList<>(List.of(node.title()));
    detail.add(node.subtitle().isEmpty() ? node.kind().label() : node.subtitle());
    detail.addAll(node.detail());
    out.append("<g>");
    title(detail);
    out.append("<rect class=\"box " + node.verdict().id() + "\" x=\"" + x + "\" y=\"" + y + "\"");
    out.append(" width=\"" + layout.boxWidth(index) + "\"");
    out.append(" height=\"" + GraphLayout.BOX_HEIGHT + "\" rx=\"" + radius(node.kind()) + "\"/>\n");
    boolean single = node.subtitle().isEmpty();
    text(
        "title",
        x + GraphLayout.PADDING,
        y + (single ? 22 : 15),
        GraphText.start(node.title(), room / GraphLayout.TITLE_CELL));
    if (!single) {
      text(
          "small",
          x + GraphLayout.PADDING,
          y + 29,
          GraphText.end(node.subtitle(), room / GraphLayout.LABEL_CELL));
    }
    out.append("</g>\n");
  }

  private static int radius(GraphNode.Kind kind) {
    return switch (kind) {
      case WORKLOAD -> 4;
      case ACCOUNT -> GraphLayout.BOX_HEIGHT / 2;
      case ROLE, HOST_VIEW, NODE, CLUSTER -> 0;
    };
  }

  /** What is not drawn. */
  private void note() {
    int y = layout.height() - 14;
    if (graph.nodes().isEmpty()) {
      text("small", 20, y - GraphLayout.ROW, "No workload leads out of its containers.");
    } else if (graph.leftOut() > 0) {
      text("small", 20, y, "Not drawn: " + graph.leftOut() + " more that lead no further.");
    }
  }

  private void title(List<String> lines) {
    out.append("<title>");
    String separator = "";
    for (String line : lines) {
      out.append(separator).append(xml(line));
      separator = "\n";
    }
    out.append("</title>");
  }

  private void text(String style, int x, int y, String content) {
    if (!content.isEmpty()) {
      out.append("<text class=\"" + style + "\" x=\"" + x + "\" y=\"" + y + "\">");
      out.append(xml(content)).append("</text>\n");
    }
  }

  /** Returns the document. */
  @Override
  public String toString() {
    return out.toString();
  }
}
