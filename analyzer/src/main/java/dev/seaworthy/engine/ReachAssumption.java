package dev.seaworthy.engine;

import dev.seaworthy.reach.Assumption;

/**
 * What is assumed of image, node or cluster.
 *
 * @param assumption which
 * @param text what is assumed, given the configuration: lower-case, no full stop
 */
public record ReachAssumption(Assumption assumption, String text) {}
