package dev.seaworthy.engine;

import dev.seaworthy.source.Location;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A suppression from the configuration. What is absent matches everything.
 *
 * @param rule the rule, by id or alias
 * @param file which sources, by name
 * @param kind which kind of object
 * @param name which object, by name
 * @param namespace which namespace, as the manifest names it
 * @param container which container, by name
 * @param reason why; empty where none is given
 * @param expires the last day on which it counts
 * @param location where it is configured
 */
public record ConfiguredIgnore(
    String rule,
    Optional<Predicate<String>> file,
    Optional<String> kind,
    Optional<String> name,
    Optional<String> namespace,
    Optional<String> container,
    String reason,
    Optional<LocalDate> expires,
    Location location) {}
