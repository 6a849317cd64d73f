/**
 * The command line: arguments, wiring and rendering. No analysis happens here.
 *
 * <p>{@link dev.seaworthy.cli.Cli} runs a command in an {@link dev.seaworthy.cli.Environment}, so
 * that tests can run it in process. Each {@link dev.seaworthy.cli.Command} is one class, which
 * declares its options: parsing, help and "did you mean" all come from those.
 */
@NullMarked
package dev.seaworthy.cli;

import org.jspecify.annotations.NullMarked;
