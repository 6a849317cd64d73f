package dev.seaworthy.engine;

import dev.seaworthy.model.ObjectReference;
import dev.seaworthy.source.Location;
import java.util.Optional;

/**
 * A change to a manifest with its place.
 *
 * @param object the object to change
 * @param path the field to change, from the object's root; it may not be there yet
 * @param value the new value as YAML; empty to remove the field or the item of a list
 * @param item the item of a list that is removed, in short; empty where none is
 * @param message what to do: an imperative, lower-case, no full stop
 * @param location where the field is, or the deepest parent that exists
 */
public record ReachCut(
    ObjectReference object,
    String path,
    Optional<String> value,
    Optional<String> item,
    String message,
    Location location) {}
