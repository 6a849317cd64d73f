/**
 * What the fields of a pod together allow: how far somebody gets who runs code in one of its
 * containers, step by step.
 *
 * <p>Footholds are the nodes of a graph, steps its edges. Each kind of step is an {@link
 * dev.seaworthy.reach.Edge}: a small unit that looks at one container and says whether, why and by
 * which fields it can be taken. {@link dev.seaworthy.reach.ReachAnalysis} puts them together.
 */
@NullMarked
package dev.seaworthy.reach;

import org.jspecify.annotations.NullMarked;
