package dev.seaworthy.schema.validate;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.seaworthy.model.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One thing that a validator says.
 *
 * @param error what it says
 * @param schema the way through the schema: keywords, names and numbers
 * @param path the way through the object
 */
record Failure(Error error, List<Object> schema, List<FieldPath> path) {

  private static final Set<String> CHOICES = Set.of("anyOf", "oneOf");

  /** The keywords that lead on by a name or a number. */
  private static final Set<String> NAMED =
      Set.of(
          "properties",
          "patternProperties",
          "$defs",
          "definitions",
          "dependentSchemas",
          "anyOf",
          "oneOf",
          "allOf",
          "prefixItems");

  /** The keywords that lead to a member or an item. */
  private static final Set<String> INWARD =
      Set.of(
          "properties",
          "patternProperties",
          "additionalProperties",
          "unevaluatedProperties",
          "items",
          "prefixItems",
          "contains",
          "unevaluatedItems");

  static Failure of(Error error) {
    List<FieldPath> path = new ArrayList<>();
    path.add(FieldPath.ROOT);
    for (Object step : elements(error.getInstanceLocation())) {
      FieldPath last = path.get(path.size() - 1);
      path.add(
          step instanceof Number index
              ? last.child(index.intValue())
              : last.child(step.toString()));
    }
    return new Failure(error, elements(error.getEvaluationPath()), path);
  }

  private static List<Object> elements(NodePath path) {
    List<Object> elements = new ArrayList<>(path.getNameCount());
    for (int i = 0; i < path.getNameCount(); i++) {
      elements.add(path.getElement(i));
    }
    return elements;
  }

  FieldPath at() {
    return path.get(path.size() - 1);
  }

  /**
   * Where in the way through the schema there is a choice between several forms.
   *
   * @param passed how far not to look
   * @return the index of its keyword; -1 if there is none
   */
  int choiceAfter(int passed) {
    for (int i = 0; i < schema.size(); i = next(i)) {
      if (i >= passed && i + 1 < schema.size() && CHOICES.contains(keyword(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Which of the forms this is about, starting at 0. */
  int branch(int choice) {
    return Integer.parseInt(schema.get(choice + 1).toString());
  }

  /** The field that is looked at where the way through the schema has got to some step. */
  FieldPath pathAt(int step) {
    int inward = 0;
    for (int i = 0; i < step; i = next(i)) {
      inward += INWARD.contains(keyword(i)) && i + 1 < schema.size() ? 1 : 0;
    }
    return path.get(Math.min(inward, path.size() - 1));
  }

  boolean isTypeOf(FieldPath field) {
    return error.getKeyword().equals("type") && at().equals(field);
  }

  boolean isMissingIn(FieldPath field) {
    return error.getKeyword().equals("required") && at().equals(field);
  }

  /** Whether this says how many of several forms a value has. */
  boolean isAboutForms() {
    return error.getKeyword().equals("oneOf");
  }

  private String keyword(int index) {
    return schema.get(index).toString();
  }

  private int next(int index) {
    return index + (NAMED.contains(keyword(index)) ? 2 : 1);
  }
}
