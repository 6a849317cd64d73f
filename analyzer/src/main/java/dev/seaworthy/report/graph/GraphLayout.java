package dev.seaworthy.report.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Where the boxes of a graph go: in columns by kind, and further to the right where a path comes
 * back to a kind. One arrow at most leaves a box, so the boxes form trees whose leaves are
 * workloads. Each workload has a row; any other box stands in the middle of those that lead to it.
 * So no two boxes overlap, and a row is free from its box up to where its arrow turns to its end.
 */
final class GraphLayout {

  static final int BOX_HEIGHT = 36;
  static final int ROW = 46;

  private static final int MARGIN = 20;
  private static final int TOP = 84;
  private static final int LEAST_WIDTH = 120;
  private static final int MOST_WIDTH = 320;
  private static final int LEGEND = 520;
  private static final int LEAST_GAP = 100;
  private static final int MOST_GAP = 300;

  /** The room before a box in which arrows turn to it. */
  static final int TURN = 70;

  /** How wide a character of a label or a subtitle is, in tenths of a pixel. */
  static final int LABEL_CELL = 61;

  /** The same of titles. */
  static final int TITLE_CELL = 73;

  /** The room at both sides of the text in a box. */
  static final int PADDING = 10;

  private final List<GraphNode> nodes;
  private final List<List<Integer>> sources = new ArrayList<>();
  private final int[] columns;
  private final int[] middles;
  private final int[] widths;
  private final int[] lefts;
  private int rows;

  GraphLayout(ReachGraph graph) {
    this.nodes = graph.nodes();
    this.columns = new int[nodes.size()];
    this.middles = new int[nodes.size()];
    nodes.forEach(node -> sources.add(new ArrayList<>()));
    boolean[] goesOn = new boolean[nodes.size()];
    for (GraphLink link : graph.links()) {
      sources.get(link.to()).add(link.from());
      goesOn[link.from()] = true;
    }
    placeColumns();
    this.widths = widths();
    this.lefts = lefts(graph);
    List<Integer> ends = new ArrayList<>();
    for (int node = 0; node < nodes.size(); node++) {
      if (!goesOn[node]) {
        ends.add(node);
      }
    }
    Comparator<Integer> byVerdict = Comparator.comparing(end -> nodes.get(end).verdict());
    ends.sort(byVerdict.reversed());
    ends.forEach(this::placeRows);
  }

  /** The left edge of a box. */
  int left(int node) {
    return lefts[columns[node]];
  }

  int right(int node) {
    return left(node) + boxWidth(node);
  }

  int boxWidth(int node) {
    return widths[columns[node]];
  }

  /** The middle of a box, from the top of the drawing. */
  int middle(int node) {
    return middles[node];
  }

  int top(int node) {
    return middles[node] - BOX_HEIGHT / 2;
  }

  /** The width of the drawing, enough for its legend. */
  int width() {
    int end = 0;
    for (int node = 0; node < nodes.size(); node++) {
      end = Math.max(end, right(node));
    }
    return Math.max(end + MARGIN, LEGEND);
  }

  /** The height of the drawing, with a line below the boxes. */
  int height() {
    return TOP + Math.max(rows, 1) * ROW + MARGIN;
  }

  /** Arrows lead to boxes that come earlier in the list. */
  private void placeColumns() {
    TreeSet<Integer> used = new TreeSet<>();
    for (int node = nodes.size() - 1; node >= 0; node--) {
      int column = nodes.get(node).kind().ordinal();
      for (int source : sources.get(node)) {
        column = Math.max(column, columns[source] + 1);
      }
      columns[node] = column;
      used.add(column);
    }
    Arrays.setAll(columns, node -> used.headSet(columns[node]).size());
  }

  /** Columns are as wide as their texts need. */
  private int[] widths() {
    int[] found = new int[Arrays.stream(columns).max().orElse(0) + 1];
    Arrays.fill(found, LEAST_WIDTH);
    for (int i = 0; i < columns.length; i++) {
      int title = GraphText.cells(nodes.get(i).title()) * TITLE_CELL;
      int subtitle = GraphText.cells(nodes.get(i).subtitle()) * LABEL_CELL;
      int width = Math.max(title, subtitle) / 10 + 1 + 2 * PADDING;
      found[columns[i]] = Math.max(found[columns[i]], Math.min(width, MOST_WIDTH));
    }
    return found;
  }

  /** Columns are as far apart as the labels between them need. */
  private int[] lefts(ReachGraph graph) {
    int[] gaps = new int[widths.length];
    Arrays.fill(gaps, LEAST_GAP);
    for (GraphLink link : graph.links()) {
      int column = columns[link.from()];
      if (columns[link.to()] == column + 1) {
        int label = GraphText.cells(link.label()) * LABEL_CELL / 10 + TURN + 20;
        gaps[column] = Math.max(gaps[column], Math.min(label, MOST_GAP));
      }
    }
    int[] found = new int[gaps.length];
    int left = MARGIN;
    for (int column = 0; column < gaps.length; column++) {
      found[column] = left;
      left += widths[column] + gaps[column];
    }
    return found;
  }

  private void placeRows(int node) {
    List<Integer> before = sources.get(node);
    if (before.isEmpty()) {
      middles[node] = TOP + rows * ROW + ROW / 2;
      rows++;
      return;
    }
    before.forEach(this::placeRows);
    middles[node] = (middles[before.get(0)] + middles[before.get(before.size() - 1)]) / 2;
  }
}
