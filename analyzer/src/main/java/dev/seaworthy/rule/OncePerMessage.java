package dev.seaworthy.rule;

/**
 * Implemented by rules that tell what is not about one object alone: of findings with the same
 * message only the first one of an analysis is kept, in the order of files and places.
 */
public interface OncePerMessage {}
