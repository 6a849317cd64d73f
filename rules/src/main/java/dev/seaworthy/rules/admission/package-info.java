/** Rules about what the API server admits, given the labels of namespaces. */
@NullMarked
package dev.seaworthy.rules.admission;

import org.jspecify.annotations.NullMarked;
