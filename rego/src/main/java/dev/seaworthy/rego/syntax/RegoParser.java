package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.RegoException;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses Rego as OPA does, in both of its versions.
 *
 * <p>Never overflows the stack and takes time that is linear in the length of a text.
 */
public final class RegoParser {

  private RegoParser() {}

  /**
   * Parses a file.
   *
   * @param file what locations call it
   * @param text its content
   * @param version the grammar it is in; {@code import rego.v1} makes a file of v0 one of v1
   * @throws RegoException if it is no module; as many errors as can be told apart
   */
  public static Module parseModule(String file, String text, RegoVersion version)
      throws RegoException {
    return new ModuleParser(file, text, version).parse(true);
  }

  /**
   * Parses a file of which nobody asks for metadata: reading it takes longer than all the rest.
   *
   * @param file what locations call it
   * @param text its content
   * @param version the grammar it is in
   * @throws RegoException if it is no module
   */
  public static Module parseWithoutMetadata(String file, String text, RegoVersion version)
      throws RegoException {
    return new ModuleParser(file, text, version).parse(false);
  }

  /**
   * Parses a query: statements, separated by semicolons or line breaks.
   *
   * @param text the query
   * @param version the grammar it is in
   * @throws RegoException if it is no query
   */
  public static Body parseQuery(String text, RegoVersion version) throws RegoException {
    TokenStream in = new TokenStream("", text, new Lexer(text).tokens(), version);
    BodyParser bodies = new BodyParser(in, version);
    Token start = in.token();
    List<Statement> statements = new ArrayList<>();
    try {
      do {
        statements.add(bodies.statement());
        in.accept(TokenKind.SEMICOLON);
        bodies.terms().forget();
      } while (!in.at(TokenKind.EOF));
    } catch (ParseFailure e) {
      throw new RegoException(e.error());
    }
    return new Body(statements, in.since(start));
  }

  /**
   * Parses a term of v1, such as {@code {"a": [1, {2}]}}.
   *
   * @param text the term
   * @throws RegoException if it is none, or more than one
   */
  public static Term parseTerm(String text) throws RegoException {
    TokenStream in = new TokenStream("", text, new Lexer(text).tokens(), RegoVersion.V1);
    try {
      Term term = new BodyParser(in, RegoVersion.V1).terms().expression();
      if (!in.at(TokenKind.EOF)) {
        throw in.unexpected("expected exactly one term");
      }
      return term;
    } catch (ParseFailure e) {
      throw new RegoException(e.error());
    }
  }
}
