package dev.seaworthy.helm.render;

/**
 * What came of fetching a chart's dependencies.
 *
 * @param successful whether all dependencies are there now
 * @param message what Helm said
 */
public record DependencyUpdate(boolean successful, String message) {}
