/** Runs the tests that policies bring along: rules whose names start with {@code test_}. */
@NullMarked
package dev.seaworthy.rego.testing;

import org.jspecify.annotations.NullMarked;
