package dev.seaworthy.helm.values;

import dev.seaworthy.helm.template.TemplateNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where in a template something stands, and what it sees there.
 *
 * @param outer the scope around, in the same template
 * @param dot what {@code .} is
 * @param dollar what {@code $} is
 * @param body the nodes of the innermost block
 * @param position the offset in the file: of the body, nodes that start before it have run
 * @param declared the variables that the block itself declares
 */
record Scope(
    Optional<Scope> outer,
    Symbol dot,
    Symbol dollar,
    List<TemplateNode> body,
    int position,
    Map<String, Symbol> declared) {

  /** The start of a template file or a named template. */
  static Scope of(List<TemplateNode> body, Symbol context) {
    return new Scope(Optional.empty(), context, context, body, Integer.MAX_VALUE, Map.of());
  }

  Scope at(int offset) {
    return new Scope(outer, dot, dollar, body, offset, declared);
  }

  /** The scope of a block inside. */
  Scope inner(Symbol newDot, List<TemplateNode> newBody, Map<String, Symbol> newDeclared) {
    return new Scope(Optional.of(this), newDot, dollar, newBody, Integer.MAX_VALUE, newDeclared);
  }
}
