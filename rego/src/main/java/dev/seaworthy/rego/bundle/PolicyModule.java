package dev.seaworthy.rego.bundle;

import dev.seaworthy.rego.syntax.RegoVersion;

/**
 * A file of Rego that was read, not yet parsed.
 *
 * @param file what errors call it: a path relative to the base folder with {@code /}, and within a
 *     bundle {@code bundle.tar.gz!/folder/file.rego}
 * @param text the content, without a byte order mark
 * @param version the grammar: what the manifest of the bundle says, or else what the reader was
 *     told
 */
public record PolicyModule(String file, String text, RegoVersion version) {}
