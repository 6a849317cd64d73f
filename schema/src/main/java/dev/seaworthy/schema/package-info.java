/** The schemas of the Kubernetes APIs, one set per minor version, and where schemas come from. */
@NullMarked
package dev.seaworthy.schema;

import org.jspecify.annotations.NullMarked;
