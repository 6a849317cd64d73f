package dev.seaworthy.rule;

import java.util.List;

/** The value of a rule's parameter. */
public sealed interface ParameterValue {

  /** What messages call the type, such as {@code a whole number}. */
  String typeName();

  /**
   * The type in documents: {@code boolean}, {@code integer}, {@code string}, {@code strings},
   * {@code ranges}.
   */
  String type();

  /** {@code true} or {@code false}. */
  record Flag(boolean value) implements ParameterValue {
    @Override
    public String typeName() {
      return "true or false";
    }

    @Override
    public String type() {
      return "boolean";
    }
  }

  /** A whole number. */
  record Whole(long value) implements ParameterValue {
    @Override
    public String typeName() {
      return "a whole number";
    }

    @Override
    public String type() {
      return "integer";
    }
  }

  /** A text. */
  record Text(String value) implements ParameterValue {
    @Override
    public String typeName() {
      return "text";
    }

    @Override
    public String type() {
      return "string";
    }
  }

  /** A list of texts. */
  record Texts(List<String> values) implements ParameterValue {
    public Texts {
      values = List.copyOf(values);
    }

    @Override
    public String typeName() {
      return "a list of texts";
    }

    @Override
    public String type() {
      return "strings";
    }
  }

  /** A list of ranges of whole numbers. */
  record Ranges(List<Range> values) implements ParameterValue {
    public Ranges {
      values = List.copyOf(values);
    }

    @Override
    public String typeName() {
      return "a list of ranges of whole numbers";
    }

    @Override
    public String type() {
      return "ranges";
    }
  }
}
