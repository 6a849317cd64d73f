package dev.seaworthy.rego.eval;

/**
 * What a frame has to hold.
 *
 * @param slots the number of variables
 * @param cells the number of places for the state of comprehensions and the like
 */
public record FrameSize(int slots, int cells) {}
