package dev.seaworthy.report.graph;

import dev.seaworthy.reach.Verdict;
import java.util.List;

/**
 * A box of the drawing.
 *
 * @param kind what it stands for
 * @param title what it is called
 * @param subtitle a second line; empty if there is none
 * @param detail what else there is to say of it, line by line
 * @param verdict how far who is there has come; for a workload, how far it leads
 */
record GraphNode(Kind kind, String title, String subtitle, List<String> detail, Verdict verdict) {

  /** What boxes stand for, in the order of columns. */
  enum Kind {
    WORKLOAD("workload"),
    ACCOUNT("service account"),
    ROLE("role"),
    HOST_VIEW("view of the node"),
    NODE("node"),
    CLUSTER("cluster");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** What people call it. */
    String label() {
      return label;
    }
  }
}
