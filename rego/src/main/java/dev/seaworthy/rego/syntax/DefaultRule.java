package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.RegoLocation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules that say what holds by default. */
final class DefaultRule {

  private DefaultRule() {}

  static Rule of(Signature signature, Token start, TokenStream in) {
    RegoLocation location = in.since(start);
    boolean valueMissing =
        signature.value().isEmpty() && !signature.isFunction() && signature.path().size() == 1;
    if (valueMissing || signature.element().isPresent()) {
      throw illegal(in, location, "must have a value");
    }
    signature.value().ifPresent(value -> requireConstant(value, in, location));
    requireVariables(signature.arguments(), in, location);
    Body none = new Body(List.of(), location);
    return new Rule(true, signature.head(false), none, Optional.empty(), location);
  }

  private static ParseFailure illegal(TokenStream in, RegoLocation location, String why) {
    return in.senseless(location, "illegal default rule (" + why + ")");
  }

  private static void requireConstant(Term value, TokenStream in, RegoLocation location) {
    if (value instanceof Term.Var || value instanceof Term.Ref || value instanceof Term.Call) {
      throw illegal(in, location, "value cannot contain " + Terms.kindOf(value));
    }
    if (value instanceof Term.Array array) {
      array.items().forEach(item -> requireConstant(item, in, location));
    } else if (value instanceof Term.SetOf set) {
      set.items().forEach(item -> requireConstant(item, in, location));
    } else if (value instanceof Term.ObjectOf object) {
      for (Term.Member member : object.members()) {
        requireConstant(member.key(), in, location);
        requireConstant(member.value(), in, location);
      }
    } else if (value instanceof Term.Template template) {
      template.parts().forEach(part -> requireConstant(part.term(), in, location));
    }
  }

  private static void requireVariables(List<Term> arguments, TokenStream in, RegoLocation place) {
    Set<String> names = new HashSet<>();
    for (Term argument : arguments) {
      if (!(argument instanceof Term.Var var) || Terms.isRoot(var)) {
        throw illegal(in, place, "arguments cannot contain " + Terms.kindOf(argument));
      }
      if (!names.add(var.name())) {
        throw illegal(in, place, "arguments cannot be repeated " + var.name());
      }
    }
  }
}
