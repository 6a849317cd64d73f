package dev.seaworthy.reach;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.ObjectReference;
import dev.seaworthy.rbac.Account;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An edge as data: what it is called, and what it looks at.
 *
 * @param <S> what it looks at: a container in its {@link Situation}, or what an account may do
 * @param id see {@link Edge#id}
 * @param title see {@link Edge#title}
 * @param from see {@link Edge#from}
 * @param to see {@link Edge#to}
 * @param explanation see {@link Edge#explanation}
 * @param reference see {@link Edge#reference}
 * @param assumptions see {@link Edge#assumptions}
 * @param causes why this step is open: none, one, or several reasons
 */
public record DefinedEdge<S>(
    String id,
    String title,
    Foothold from,
    Foothold to,
    String explanation,
    String reference,
    List<Assumption> assumptions,
    Function<S, List<Cause>> causes)
    implements Edge {

  public DefinedEdge {
    assumptions = List.copyOf(assumptions);
  }

  /**
   * Why a step is open.
   *
   * @param message see {@link Step#message}
   * @param fields see {@link Step#fields}
   * @param used see {@link Step#used}
   * @param cuts see {@link Step#cuts}
   * @param gained the account that is gained, if one is
   * @param role see {@link Step#role}
   */
  public record Cause(
      String message,
      List<Field> fields,
      List<Assumption> used,
      List<Change> cuts,
      Optional<Account> gained,
      Optional<ObjectReference> role) {

    /** A reason that no account plays a part in. */
    public Cause(String message, List<Field> fields, List<Assumption> used, List<Change> cuts) {
      this(message, fields, used, cuts, Optional.empty(), Optional.empty());
    }
  }

  /**
   * The ways in which this step is open: none, one, or several.
   *
   * @param where what to look at
   * @param start where the step starts
   */
  public List<Step> steps(S where, Stage start) {
    return causes.apply(where).stream().map(cause -> step(cause, start)).toList();
  }

  private Step step(Cause cause, Stage start) {
    Stage end = cause.gained.map(Stage::of).orElseGet(() -> Stage.of(to));
    return new Step(
        this, start, end, cause.message, cause.fields, cause.used, cause.cuts, cause.role);
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return id;
  }
}
