package dev.seaworthy.rego.conformance;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoNull;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.List;
import java.util.Optional;

/**
 * A case in OPA's test format.
 *
 * @param area what it is about: the name of its file or folder
 * @param wantResult the bindings of all solutions, whatever the order
 * @param wantDefined whether there is a solution at all
 * @param sortBindings whether the order of arrays does not matter
 */
record ConformanceCase(
    String area,
    String note,
    String query,
    List<String> modules,
    RegoObject data,
    Optional<RegoValue> input,
    Optional<String> inputTerm,
    Optional<List<RegoValue>> wantResult,
    Optional<Boolean> wantDefined,
    Optional<String> wantErrorCode,
    Optional<String> wantError,
    boolean strictError,
    boolean sortBindings) {

  static ConformanceCase of(String area, RegoObject fields) {
    return new ConformanceCase(
        area,
        text(fields, "note").orElse(""),
        text(fields, "query").orElse(""),
        items(fields, "modules").orElse(List.of()).stream().map(ConformanceCase::text).toList(),
        fields.get("data") instanceof RegoObject data ? data : RegoObject.EMPTY,
        present(fields, "input"),
        text(fields, "input_term"),
        items(fields, "want_result"),
        present(fields, "want_defined").map(RegoBoolean.TRUE::equals),
        text(fields, "want_error_code"),
        text(fields, "want_error"),
        RegoBoolean.TRUE.equals(fields.get("strict_error")),
        RegoBoolean.TRUE.equals(fields.get("sort_bindings")));
  }

  private static Optional<RegoValue> present(RegoObject fields, String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> value != RegoNull.NULL);
  }

  private static Optional<String> text(RegoObject fields, String name) {
    return present(fields, name).map(ConformanceCase::text);
  }

  private static String text(RegoValue value) {
    return ((RegoString) value).value();
  }

  private static Optional<List<RegoValue>> items(RegoObject fields, String name) {
    return present(fields, name).map(value -> ((RegoArray) value).items());
  }

  @Override
  public String toString() {
    return area + ": " + note;
  }
}
