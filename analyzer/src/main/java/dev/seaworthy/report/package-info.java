/**
 * Writes results: as text for people, as JSON for programs, as SARIF for code-scanning services.
 *
 * <p>A report gets all that it says handed in. It reads no file, looks at no clock and asks no
 * environment, so the same result gives the same bytes.
 */
@NullMarked
package dev.seaworthy.report;

import org.jspecify.annotations.NullMarked;
