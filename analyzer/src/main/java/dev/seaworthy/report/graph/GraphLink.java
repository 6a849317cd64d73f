package dev.seaworthy.report.graph;

import java.util.List;

/**
 * An arrow of the drawing.
 *
 * @param from where it starts: an index into the nodes
 * @param to where it leads: likewise
 * @param label the ids of the edges that it stands for; empty between an account and its role
 * @param detail what is done on the way: line by line
 */
record GraphLink(int from, int to, String label, List<String> detail) {}
