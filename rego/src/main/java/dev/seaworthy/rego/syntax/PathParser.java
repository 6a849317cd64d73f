package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses the declarations of packages and imports. */
final class PathParser {

  private static final Set<String> ROOTS = Set.of("data", "input", "future", "rego");

  private final TokenStream in;
  private final TermParser terms;
  private final RegoVersion version;
  private boolean importsV1;

  PathParser(TokenStream in, TermParser terms, RegoVersion version) {
    this.in = in;
    this.terms = terms;
    this.version = version;
  }

  /** Whether {@code rego.v1} was imported. */
  boolean importsV1() {
    return importsV1;
  }

  /** Parses the path of a package; the keyword is here. */
  List<String> packagePath() {
    in.next();
    Token start = in.token();
    Term path = path();
    Term first = path instanceof Term.Ref ref ? ref.head() : path;
    if (!(first instanceof Term.Var name)) {
      throw in.failure(start, "unexpected " + Terms.kindOf(first) + " token: expecting var");
    }
    List<String> names = new ArrayList<>();
    names.add(name.name());
    names.addAll(steps(path));
    return names;
  }

  /** Parses a name that may be a keyword, and the steps after it. */
  private Term path() {
    if (!in.at(TokenKind.IDENTIFIER) && !in.atKeyword()) {
      throw in.unexpected();
    }
    in.readAsName();
    return terms.term();
  }

  private List<String> steps(Term path) {
    List<String> names = new ArrayList<>();
    if (path instanceof Term.Ref ref) {
      for (Term step : ref.path()) {
        boolean isString =
            step instanceof Term.Scalar scalar && scalar.value() instanceof RegoString;
        if (!isString) {
          throw in.failure(
              step.location(), "unexpected " + Terms.kindOf(step) + " token: expecting string");
        }
        names.add(((RegoString) ((Term.Scalar) step).value()).value());
      }
    }
    return names;
  }

  /** Parses an import; the keyword is here. Switches on the keywords that it imports. */
  Module.Import importStatement() {
    Token start = in.next();
    Term path = path();
    Term head = path instanceof Term.Ref ref ? ref.head() : path;
    if (!(head instanceof Term.Var root)) {
      throw in.failure(in.token(), "expected path");
    }
    List<String> steps = steps(path);
    if (!ROOTS.contains(root.name())) {
      throw in.failure(
          path.location(),
          "unexpected import path, must begin with one of: {data, future, input, rego}, got: "
              + root.name());
    }
    Optional<String> alias = alias();
    Module.Import parsed = new Module.Import(path, alias, in.since(start));
    switch (root.name()) {
      case "future" -> importKeywords(steps, parsed);
      case "rego" -> importVersion(steps, parsed);
      default -> requireUsableName(root.name(), steps, parsed);
    }
    return parsed;
  }

  private Optional<String> alias() {
    if (in.atKeywordAsName() || !in.accept(TokenKind.AS)) {
      return Optional.empty();
    }
    if (!in.at(TokenKind.IDENTIFIER)) {
      throw in.unexpected("expected var");
    }
    if (!(terms.term() instanceof Term.Var name)) {
      throw in.unexpected("expected var");
    }
    return Optional.of(name.name());
  }

  private void importKeywords(List<String> steps, Module.Import parsed) {
    RegoLocation place = parsed.path().location();
    if (steps.isEmpty() || !steps.get(0).equals("keywords")) {
      throw in.senseless(place, "invalid import, must be `future.keywords`");
    }
    if (parsed.alias().isPresent()) {
      throw in.senseless(place, "`future` imports cannot be aliased");
    }
    if (steps.size() == 2) {
      TokenKind keyword = TokenKind.ofWord(steps.get(1));
      if (!keyword.isFutureKeyword()) {
        throw in.senseless(place, "unexpected keyword, must be one of [contains every if in]");
      }
      in.switchOn(keyword);
    } else {
      in.switchOnAllKeywords();
    }
  }

  private void importVersion(List<String> steps, Module.Import parsed) {
    RegoLocation place = parsed.path().location();
    if (!steps.equals(List.of("v1"))) {
      String written = in.textAt(place);
      throw in.senseless(place, "invalid import `" + written + "`, must be `rego.v1`");
    }
    if (parsed.alias().isPresent()) {
      throw in.senseless(place, "`rego` imports cannot be aliased");
    }
    importsV1 = true;
    in.switchOnAllKeywords();
  }

  private void requireUsableName(String root, List<String> steps, Module.Import parsed) {
    String name = steps.isEmpty() ? root : steps.get(steps.size() - 1);
    TokenKind kind = TokenKind.ofWord(name);
    boolean keyword = kind.isKeyword() && (version == RegoVersion.V1 || !kind.isFutureKeyword());
    if (keyword && parsed.alias().isEmpty()) {
      throw in.senseless(
          parsed.path().location(),
          "unexpected import path, must not end with a keyword, got: "
              + name
              + " (hint: import a different path or use an alias)");
    }
  }
}
