package dev.seaworthy.schema.generator;

import java.util.List;

/**
 * A class of the client that calls one version of one API group.
 *
 * @param name its simple name without {@code Api}, such as {@code AppsV1}
 * @param apiVersion as objects say it, such as {@code apps/v1}
 * @param methods the names of its methods
 */
record ApiClass(String name, String apiVersion, List<String> methods) {}
