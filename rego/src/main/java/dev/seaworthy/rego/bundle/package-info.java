/** Reads policies and their data: files, folders, and the bundles of OPA. */
@NullMarked
package dev.seaworthy.rego.bundle;

import org.jspecify.annotations.NullMarked;
