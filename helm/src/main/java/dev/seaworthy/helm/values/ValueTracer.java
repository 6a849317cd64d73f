package dev.seaworthy.helm.values;

import dev.seaworthy.helm.template.MarkedOutput;
import dev.seaworthy.source.FieldTrace;
import dev.seaworthy.source.RelatedPlace;
import java.util.List;

/**
 * Tells which values decide a field of what a template rendered to. Immutable.
 *
 * <p>A value is told only if it fits what was rendered: a single value is the same or a part of it,
 * a map has the field, or lacks it where it is missing. What cannot be proven is not told.
 */
public final class ValueTracer {

  private final ParsedTemplates templates;
  private final ValueLayers values;

  /**
   * @param templates the templates of the chart that was rendered, and of its subcharts
   * @param values the values of the chart that the template belongs to
   */
  public ValueTracer(ParsedTemplates templates, ValueLayers values) {
    this.templates = templates;
    this.values = values;
  }

  /**
   * The values that decide a field: where they are written, and what they do. The one that says
   * most comes first.
   *
   * @param output what the template rendered to
   * @param field the way to the field, with offsets of the output's text
   */
  public List<RelatedPlace> trace(MarkedOutput output, FieldTrace field) {
    if (field.steps().isEmpty() || !output.isSound()) {
      return List.of();
    }
    ValueFacts facts = new ValueFacts(values);
    Evaluator evaluator = new Evaluator(templates, facts);
    Trails trails = new Trails(templates, evaluator, facts);
    Blocks blocks =
        new Blocks(output, trails, new Conditions(evaluator, facts), facts, new Teller(values));
    Writers writers = new Writers(output, trails, evaluator, values, new Teller(values));
    if (field.missing().isEmpty()) {
      List<RelatedPlace> written = writers.written(field);
      return written.isEmpty() ? blocks.around(field) : written;
    }
    List<RelatedPlace> lacking = writers.lacking(field);
    return lacking.isEmpty() ? blocks.notRendered(field) : lacking;
  }
}
