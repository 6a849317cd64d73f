package dev.seaworthy.helm.template;

import dev.seaworthy.helm.template.Expression.Command;
import dev.seaworthy.helm.template.Expression.Pipeline;
import dev.seaworthy.helm.template.TemplateNode.Action;
import dev.seaworthy.helm.template.TemplateNode.Block;
import dev.seaworthy.helm.template.TemplateNode.Branch;
import dev.seaworthy.helm.template.TemplateNode.Delimiters;
import dev.seaworthy.helm.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads templates in the language of <a href="https://pkg.go.dev/text/template">Go's
 * text/template</a>, version 1.23. Which functions, variables and named templates exist is not
 * looked at.
 */
public final class TemplateReader {

  private static final Set<String> BLOCKS = Set.of("if", "with", "range", "define", "block");

  private final Tokens tokens;
  private final PipelineReader pipelines;
  private int blocks;
  private int loops;

  private TemplateReader(Tokens tokens) {
    this.tokens = tokens;
    this.pipelines = new PipelineReader(tokens);
  }

  /**
   * The parts of a template, which together cover all of it.
   *
   * @throws TemplateSyntaxException if it is no template, or nested deeper than anybody writes
   */
  public static List<TemplateNode> read(String text) throws TemplateSyntaxException {
    TemplateReader reader = new TemplateReader(new Tokens(new TemplateLexer(text).tokens()));
    List<TemplateNode> nodes = reader.readNodes();
    Token rest = reader.tokens.peek();
    if (!rest.is(Kind.END)) {
      throw reader.tokens.peekSecond().unexpected("template");
    }
    return nodes;
  }

  /** Reads up to the {@code else} or {@code end} of the block around, or the end. */
  private List<TemplateNode> readNodes() throws TemplateSyntaxException {
    List<TemplateNode> nodes = new ArrayList<>();
    while (!tokens.peek().is(Kind.END) && !atBranchEnd()) {
      Token token = tokens.next();
      if (token.is(Kind.TEXT)) {
        nodes.add(new TemplateNode.Text(token.start(), token.end()));
      } else if (token.is(Kind.COMMENT)) {
        nodes.add(new TemplateNode.Comment(token.start(), token.end()));
      } else if (tokens.peek().is(Kind.WORD) && BLOCKS.contains(tokens.peek().value())) {
        nodes.add(readBlock(token));
      } else {
        nodes.add(readAction(token));
      }
    }
    return nodes;
  }

  private boolean atBranchEnd() {
    Token second = tokens.peekSecond();
    return tokens.peek().is(Kind.OPEN) && (second.isWord("else") || second.isWord("end"));
  }

  private Action readAction(Token open) throws TemplateSyntaxException {
    Token first = tokens.peek();
    String keyword = "";
    Pipeline pipeline;
    if (first.isWord("template")) {
      keyword = tokens.next().value();
      pipeline = readInvocation(keyword);
    } else if (first.isWord("break") || first.isWord("continue")) {
      keyword = tokens.next().value();
      if (loops == 0) {
        throw new TemplateSyntaxException(first.start(), keyword + " outside of range");
      }
      pipeline = nothing();
    } else {
      pipeline = pipelines.read("command", Kind.CLOSE);
    }
    return new Action(closed(open, "command"), keyword, pipeline);
  }

  /** Reads the name of a template, and the data it is called with if there is any. */
  private Pipeline readInvocation(String context) throws TemplateSyntaxException {
    Token token = tokens.expect(Kind.STRING, context);
    var name = new Expression.Text(token.start(), token.end(), token.value());
    if (tokens.peek().is(Kind.CLOSE)) {
      Command only = new Command(name.start(), name.end(), List.of(name));
      return new Pipeline(name.start(), name.end(), List.of(), false, List.of(only));
    }
    Pipeline data = pipelines.read(context, Kind.CLOSE);
    List<Command> commands = new ArrayList<>(data.commands());
    List<Expression> operands = new ArrayList<>(commands.get(0).operands());
    operands.add(0, name);
    commands.set(0, new Command(name.start(), commands.get(0).end(), operands));
    return new Pipeline(name.start(), data.end(), data.declares(), data.assigns(), commands);
  }

  private Block readBlock(Token open) throws TemplateSyntaxException {
    tokens.enter(open);
    String keyword = tokens.next().value();
    if (keyword.equals("define") && blocks > 0) {
      throw new TemplateSyntaxException(open.start(), "unexpected 'define' inside of a block");
    }
    blocks++;
    List<Branch> branches = new ArrayList<>();
    Pipeline head = readHead(keyword);
    Delimiters delimiters = closed(open, keyword);
    int loopsAround = loops;
    loops = loopsInBody(keyword);
    branches.add(new Branch(delimiters, head, readNodes()));
    loops = loopsAround;
    boolean mayElse = keyword.equals("if") || keyword.equals("with") || keyword.equals("range");
    while (mayElse && tokens.peekSecond().isWord("else")) {
      Branch branch = readElse(keyword);
      branches.add(branch);
      mayElse = !branch.pipeline().commands().isEmpty();
    }
    Delimiters close = readEnd(keyword, open);
    blocks--;
    tokens.leave();
    return new Block(keyword, branches, close);
  }

  private Pipeline readHead(String keyword) throws TemplateSyntaxException {
    boolean named = keyword.equals("define") || keyword.equals("block");
    Pipeline head = named ? readInvocation(keyword) : pipelines.read(keyword, Kind.CLOSE);
    boolean hasData = head.commands().size() > 1 || head.commands().get(0).operands().size() > 1;
    if (keyword.equals("define") && hasData) {
      throw new TemplateSyntaxException(head.start(), "unexpected value in define");
    }
    if (keyword.equals("block") && !hasData) {
      throw new TemplateSyntaxException(head.start(), "missing value for block");
    }
    return head;
  }

  /** The loops around the body of a block: none around that of a named template. */
  private int loopsInBody(String keyword) {
    return switch (keyword) {
      case "range" -> loops + 1;
      case "define", "block" -> 0;
      default -> loops;
    };
  }

  private Branch readElse(String keyword) throws TemplateSyntaxException {
    Token open = tokens.next();
    tokens.next();
    boolean chains = keyword.equals("if") || keyword.equals("with");
    Pipeline pipeline =
        chains && tokens.acceptWord(keyword) ? pipelines.read(keyword, Kind.CLOSE) : nothing();
    return new Branch(closed(open, "else"), pipeline, readNodes());
  }

  private Delimiters readEnd(String keyword, Token blockOpen) throws TemplateSyntaxException {
    if (tokens.peek().is(Kind.END)) {
      throw new TemplateSyntaxException(blockOpen.start(), "'" + keyword + "' without end");
    }
    Token open = tokens.next();
    if (!tokens.acceptWord("end")) {
      throw tokens.peek().unexpected(keyword);
    }
    return closed(open, "end");
  }

  private Delimiters closed(Token open, String context) throws TemplateSyntaxException {
    Token close = tokens.expect(Kind.CLOSE, context);
    return new Delimiters(open.start(), close.end(), open.trims(), close.trims());
  }

  private Pipeline nothing() {
    int place = tokens.peek().start();
    return new Pipeline(place, place, List.of(), false, List.of());
  }
}
