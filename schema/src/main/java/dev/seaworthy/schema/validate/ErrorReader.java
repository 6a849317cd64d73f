package dev.seaworthy.schema.validate;

import com.networknt.schema.Error;
import dev.seaworthy.model.FieldPath;
import dev.seaworthy.schema.validate.SchemaViolation.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes of what a validator says what a user can act on: each thing once. Where a value may have
 * one of several forms, a validator tells why it has none of them; here that is one thing, or what
 * is wrong with the only form that it can be meant to have.
 */
final class ErrorReader {

  private final Set<SchemaViolation> violations = new LinkedHashSet<>();

  private final Messages messages;

  private ErrorReader(Messages messages) {
    this.messages = messages;
  }

  static List<SchemaViolation> read(List<Error> errors, WrittenValues written) {
    ErrorReader reader = new ErrorReader(new Messages(written));
    reader.read(errors.stream().map(Failure::of).toList(), 0);
    return reader.result();
  }

  private record Choice(List<Object> schema, FieldPath at) {}

  private void read(List<Failure> failures, int passed) {
    Map<Choice, Map<Integer, List<Failure>>> choices = new LinkedHashMap<>();
    for (Failure failure : failures) {
      int choice = failure.choiceAfter(passed);
      if (choice < 0 && !failure.isAboutForms()) {
        violations.add(messages.violation(failure));
      } else if (choice >= 0) {
        choices
            .computeIfAbsent(
                new Choice(failure.schema().subList(0, choice), failure.pathAt(choice)),
                unused -> new TreeMap<>())
            .computeIfAbsent(failure.branch(choice), unused -> new ArrayList<>())
            .add(failure);
      }
    }
    violations.addAll(several(failures, choices));
    choices.forEach(this::choose);
  }

  /** Values that have several forms where they must have one: then the others are no matter. */
  private List<SchemaViolation> several(
      List<Failure> failures, Map<Choice, Map<Integer, List<Failure>>> choices) {
    List<SchemaViolation> several = new ArrayList<>();
    for (Failure failure : failures) {
      if (failure.isAboutForms()) {
        List<Object> way = failure.schema().subList(0, failure.schema().size() - 1);
        Choice choice = new Choice(way, failure.at());
        int misfits = choices.getOrDefault(choice, Map.of()).size();
        if (misfits < failure.error().getSchemaNode().size()) {
          choices.remove(choice);
          several.add(messages.violation(failure));
        }
      }
    }
    return several;
  }

  private void choose(Choice choice, Map<Integer, List<Failure>> forms) {
    List<List<Failure>> meant =
        forms.values().stream()
            .filter(form -> form.stream().noneMatch(failure -> failure.isTypeOf(choice.at())))
            .toList();
    List<Failure> all = forms.values().stream().flatMap(List::stream).toList();
    if (meant.size() == 1) {
      read(meant.get(0), choice.schema().size() + 2);
    } else if (meant.isEmpty()) {
      violations.add(messages.wrongType(choice.at(), all));
    } else if (all.stream().allMatch(failure -> failure.isMissingIn(choice.at()))) {
      violations.add(Messages.missing(choice.at(), all));
    } else {
      violations.add(Messages.noForm(choice.at(), forms.size()));
    }
  }

  /** Without what follows from something else that is wrong. */
  private List<SchemaViolation> result() {
    List<SchemaViolation> first = violations.stream().limit(CompiledSchema.MANY + 1L).toList();
    if (first.stream().allMatch(ErrorReader::standsAlone)) {
      return first;
    }
    Set<FieldPath> explained = new HashSet<>();
    for (SchemaViolation violation : first) {
      if (violation.kind() == Kind.WRONG_TYPE) {
        explained.add(violation.path());
      }
      if (violation.kind() == Kind.UNKNOWN_FIELD) {
        Messages.nearest(violation)
            .ifPresent(name -> explained.add(violation.path().parent().orElseThrow().child(name)));
      }
    }
    return first.stream()
        .filter(violation -> standsAlone(violation) || !explained.contains(violation.path()))
        .toList();
  }

  /** Whether nothing else that is wrong can be the reason. */
  private static boolean standsAlone(SchemaViolation violation) {
    return violation.kind() == Kind.WRONG_TYPE || violation.kind() == Kind.UNKNOWN_FIELD;
  }
}
