package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.RegoError;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.RegoLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The errors of one step of the compiler. */
final class Problems {

  private static final int LIMIT = 10;

  private final List<RegoError> errors = new ArrayList<>();

  void compile(RegoLocation location, String message) {
    errors.add(RegoError.at(location, "rego_compile_error", message));
  }

  void type(RegoLocation location, String message) {
    errors.add(RegoError.at(location, "rego_type_error", message));
  }

  void recursion(RegoLocation location, String message) {
    errors.add(RegoError.at(location, "rego_recursion_error", message));
  }

  void unsafe(RegoLocation location, String message) {
    errors.add(RegoError.at(location, "rego_unsafe_var_error", message));
  }

  int size() {
    return errors.size();
  }

  /** Ends the compilation if there are errors: a later step needs what this one has checked. */
  void check() throws RegoException {
    if (errors.isEmpty()) {
      return;
    }
    List<RegoError> sorted = new ArrayList<>(errors);
    sorted.sort(byPlace());
    if (sorted.size() > LIMIT) {
      sorted.subList(LIMIT, sorted.size()).clear();
      sorted.add(new RegoError("rego_compile_error", Optional.empty(), "error limit reached"));
    }
    throw new RegoException(sorted);
  }

  private static Comparator<RegoError> byPlace() {
    return Comparator.comparing(
            (RegoError error) -> error.location().orElseThrow(),
            Comparator.comparing(RegoLocation::file).thenComparingInt(RegoLocation::offset))
        .thenComparing(RegoError::message);
  }
}
