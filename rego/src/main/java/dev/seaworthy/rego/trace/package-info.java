/**
 * What an evaluation did: events for whoever listens, and what is made of them.
 *
 * <p>Only a policy that was {@linkplain dev.seaworthy.rego.RegoCompiler.Builder#traceable()
 * compiled for it} can be traced; any other does not even check whether somebody listens.
 */
@NullMarked
package dev.seaworthy.rego.trace;

import org.jspecify.annotations.NullMarked;
