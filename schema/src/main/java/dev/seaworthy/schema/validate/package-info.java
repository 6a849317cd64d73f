/**
 * Holds objects against JSON Schemas, and says what is wrong with which field.
 *
 * <p>An object is read as the API server reads it: what is {@code null} counts as absent, but a
 * field that no schema knows is unknown whatever its value. Nothing here reaches for a network or a
 * file; time and memory are bounded whatever the schema.
 */
@NullMarked
package dev.seaworthy.schema.validate;

import org.jspecify.annotations.NullMarked;
