package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.RegoError;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.RegoLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses a file: after an error it goes on with the next rule, where that is easy to find. */
final class ModuleParser {

  private final String file;
  private final RegoVersion version;
  private final TokenStream in;
  private final Recovery recovery;
  private final List<Comment> comments;
  private final BodyParser bodies;
  private final PathParser paths;
  private final RuleParser ruleParser;

  private final V1Checks checks = new V1Checks();
  private final List<RegoError> errors = new ArrayList<>();
  private final List<Module.Import> imports = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private @Nullable List<String> packagePath;
  private @Nullable RegoLocation packageLocation;

  ModuleParser(String file, String text, RegoVersion version) {
    this.file = file;
    this.version = version;
    Lexer lexer = new Lexer(text);
    List<Token> tokens = lexer.tokens();
    this.comments = lexer.comments();
    this.in = new TokenStream(file, text, tokens, version);
    this.recovery = new Recovery(tokens);
    this.bodies = new BodyParser(in, version);
    this.paths = new PathParser(in, bodies.terms(), version);
    this.ruleParser = new RuleParser(in, bodies, checks);
  }

  /**
   * @param withMetadata whether metadata blocks are read; comments are just comments otherwise
   */
  Module parse(boolean withMetadata) throws RegoException {
    if (in.at(TokenKind.EOF)) {
      throw new RegoException(in.failure(in.token(), "empty module").error());
    }
    while (!in.at(TokenKind.EOF)) {
      statement();
    }
    boolean v1 = version == RegoVersion.V1 || paths.importsV1();
    if (v1) {
      errors.addAll(checks.errors());
    }
    List<MetadataParser.Metadata> metadata =
        new MetadataParser(file, errors).parse(withMetadata ? comments : List.of());
    if (packagePath == null || packageLocation == null || !errors.isEmpty()) {
      throw failed();
    }
    List<Module.Annotations> annotations =
        new Annotator(packageLocation, imports, rules, errors).annotate(metadata);
    if (!errors.isEmpty()) {
      throw failed();
    }
    RegoVersion effective = v1 ? RegoVersion.V1 : RegoVersion.V0;
    return new Module(file, effective, packagePath, imports, rules, annotations, packageLocation);
  }

  private RegoException failed() {
    errors.sort(
        Comparator.comparingInt(error -> error.location().map(RegoLocation::offset).orElse(0)));
    return new RegoException(errors);
  }

  private void statement() {
    int start = in.position();
    TokenStream.Mark mark = in.mark();
    bodies.terms().forget();
    try {
      if (in.at(TokenKind.PACKAGE) && !in.atKeywordAsName()) {
        packageStatement();
        return;
      }
      requirePackage();
      if (in.at(TokenKind.IMPORT) && !in.atKeywordAsName()) {
        imports.add(paths.importStatement());
      } else {
        rules.addAll(ruleParser.rules());
      }
    } catch (ParseFailure e) {
      errors.add(e.error());
      if (!e.statementRead()) {
        in.reset(mark);
        in.moveTo(recovery.after(e.error(), start));
      }
    }
  }

  private void packageStatement() {
    Token start = in.token();
    List<String> path = paths.packagePath();
    if (packagePath == null) {
      packagePath = path;
      packageLocation = in.since(start);
    } else {
      throw in.senseless(in.since(start), "unexpected package");
    }
  }

  private void requirePackage() {
    if (packagePath == null && errors.isEmpty()) {
      errors.add(in.failure(in.token(), "package expected").error());
    }
  }
}
