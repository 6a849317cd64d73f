/** Benchmarks beside a reference in the same run: ratios count, not absolute times. */
@NullMarked
package dev.seaworthy.bench;

import org.jspecify.annotations.NullMarked;
