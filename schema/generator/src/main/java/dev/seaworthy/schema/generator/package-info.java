/** Reads the official Java client of Kubernetes and writes the schemas that it implies. */
@NullMarked
package dev.seaworthy.schema.generator;

import org.jspecify.annotations.NullMarked;
