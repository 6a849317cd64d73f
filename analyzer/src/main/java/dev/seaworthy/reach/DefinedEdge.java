package dev.seaworthy.reach;

import dev.seaworthy.model.Field;
import java.util.List;
import java.util.function.Function;

/**
 * An edge as data: what it is called, and what it looks at.
 *
 * @param id see {@link Edge#id}
 * @param title see {@link Edge#title}
 * @param from see {@link Edge#from}
 * @param to see {@link Edge#to}
 * @param explanation see {@link Edge#explanation}
 * @param reference see {@link Edge#reference}
 * @param assumptions see {@link Edge#assumptions}
 * @param causes why a container opens this step: none, one, or several reasons
 */
public record DefinedEdge(
    String id,
    String title,
    Foothold from,
    Foothold to,
    String explanation,
    String reference,
    List<Assumption> assumptions,
    Function<Situation, List<Cause>> causes)
    implements Edge {

  public DefinedEdge {
    assumptions = List.copyOf(assumptions);
  }

  /**
   * Why a container opens a step.
   *
   * @param message see {@link Step#message}
   * @param fields see {@link Step#fields}
   * @param used see {@link Step#used}
   * @param cuts see {@link Step#cuts}
   */
  public record Cause(
      String message, List<Field> fields, List<Assumption> used, List<Change> cuts) {}

  @Override
  public List<Step> steps(Situation situation) {
    return causes.apply(situation).stream()
        .map(cause -> new Step(this, cause.message, cause.fields, cause.used, cause.cuts))
        .toList();
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return id;
  }
}
