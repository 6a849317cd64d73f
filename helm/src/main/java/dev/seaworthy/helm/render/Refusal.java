package dev.seaworthy.helm.render;

import java.util.List;
import java.util.Optional;

/**
 * Why Helm does not render a chart.
 *
 * @param kind what sort of reason it is
 * @param cause the reason, in one line
 * @param hint what to do next: a sentence with its full stop
 * @param place the innermost template that is known
 * @param includedFrom the templates that included it, innermost first
 * @param value the value that has to be set or changed, where that is known, with dots, as a values
 *     file of the outermost chart has it: {@code redis.image.tag}
 * @param violations what the schemas do not allow
 * @param detail Helm's whole message, without what nobody needs
 */
public record Refusal(
    Kind kind,
    String cause,
    String hint,
    Optional<TemplatePlace> place,
    List<TemplatePlace> includedFrom,
    Optional<String> value,
    List<SchemaViolation> violations,
    String detail) {

  /** What sort of reason it is. */
  public enum Kind {
    /** The chart refuses by {@code required} or {@code fail}. */
    FAIL,
    /** A template reads from a value that is not set, or is no map. */
    MISSING_VALUE,
    /** The values do not fit a schema, or a schema cannot be used. */
    SCHEMA,
    /** A dependency is not in {@code charts}. */
    DEPENDENCY,
    /** A template is not valid. */
    PARSE,
    /** A named template is not defined. */
    NO_TEMPLATE,
    /** The chart is not for this version of Kubernetes. */
    KUBE_VERSION,
    /** A template renders to something that is no Kubernetes object. */
    YAML,
    /** Templates include each other without an end. */
    RECURSION,
    /** The chart is a library. */
    LIBRARY,
    /** {@code Chart.yaml} is missing or not valid. */
    METADATA,
    /** A values file is not valid. */
    VALUES,
    /** A single value is not written as Helm wants it. */
    SET,
    /** Something else, such as a function that does not take its arguments. */
    OTHER
  }

  /** Copies the lists. */
  public Refusal {
    includedFrom = List.copyOf(includedFrom);
    violations = List.copyOf(violations);
  }
}
