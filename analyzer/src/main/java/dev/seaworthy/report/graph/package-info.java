/**
 * Draws how far workloads reach: as text for Graphviz, and as SVG.
 *
 * <p>Names come from manifests and are untrusted: whatever they hold, the drawing is well-formed
 * and runs nothing.
 */
@NullMarked
package dev.seaworthy.report.graph;

import org.jspecify.annotations.NullMarked;
