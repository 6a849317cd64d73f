package dev.seaworthy.rego.wasm;

import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.syntax.RegoParser;
import dev.seaworthy.rego.syntax.Term;
import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoJson;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoValue;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;

/** Values as modules write them: JSON, with sets and with keys of any type where there are some. */
final class ValueText {

  private ValueText() {}

  static RegoValue parse(String text) throws RegoException {
    if (!text.startsWith("{{") && !text.startsWith("set(")) {
      try {
        return RegoJson.parse(text);
      } catch (ParseException e) {
        // there is a set in it
      }
    }
    return value(RegoParser.parseTerm(text));
  }

  private static RegoValue value(Term term) throws RegoException {
    if (term instanceof Term.Scalar scalar) {
      return scalar.value();
    }
    if (term instanceof Term.Array array) {
      return RegoArray.of(values(array.items()));
    }
    if (term instanceof Term.SetOf set) {
      return RegoSet.of(values(set.items()));
    }
    if (!(term instanceof Term.ObjectOf members)) {
      throw WasmErrors.unreadable();
    }
    RegoObject.Builder object = RegoObject.builder();
    for (Term.Member member : members.members()) {
      object.put(value(member.key()), value(member.value()));
    }
    return object.build();
  }

  private static List<RegoValue> values(List<Term> terms) throws RegoException {
    List<RegoValue> values = new ArrayList<>();
    for (Term term : terms) {
      values.add(value(term));
    }
    return values;
  }
}
