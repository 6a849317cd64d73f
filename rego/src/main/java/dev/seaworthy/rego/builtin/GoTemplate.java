package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Go's text templates: fields, variables, pipelines, {@code if}, {@code with}, {@code range} and
 * the predefined functions on values. Templates within templates are not supported.
 */
final class GoTemplate {

  private final Call call;
  private final List<TemplateSyntax.Piece> pieces;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Map<String, RegoValue>> scopes = new ArrayDeque<>();
  private int at;

  private GoTemplate(Call call, String template) throws BuiltinException {
    this.call = call;
    this.pieces = TemplateSyntax.split(template);
  }

  static Family family() {
    return new Family()
        .define("strings.render_template", GoTemplate::render, Family.STRING, Family.OBJECT);
  }

  private static RegoString render(Call call) throws BuiltinException {
    GoTemplate template = new GoTemplate(call, call.string(1));
    RegoObject data = call.object(2);
    template.scopes.push(new HashMap<>(Map.of("$", data)));
    template.block(data, true);
    if (template.at < template.pieces.size()) {
      throw problem("unexpected {{" + template.keyword() + "}}");
    }
    return new RegoString(template.out.toString());
  }

  /** Runs, or only skips, up to the end of a block; there the position stays. */
  private void block(@Nullable RegoValue dot, boolean live) throws BuiltinException {
    while (at < pieces.size()) {
      TemplateSyntax.Piece piece = pieces.get(at);
      if (piece.isText()) {
        write(live ? piece.text() : "");
        at++;
        continue;
      }
      switch (keyword()) {
        case "end", "else" -> {
          return;
        }
        case "if", "with" -> {
          at++;
          branch(piece, keyword(piece).equals("with"), dot, live);
        }
        case "range" -> {
          at++;
          range(piece, dot, live);
        }
        case "define", "template", "block", "break", "continue" ->
            throw problem("{{" + keyword() + "}} is not supported");
        default -> {
          at++;
          if (live) {
            action(piece, dot);
          }
        }
      }
    }
  }

  private String keyword() {
    return keyword(pieces.get(at));
  }

  private static String keyword(TemplateSyntax.Piece piece) {
    return piece.tokens().get(0);
  }

  private void action(TemplateSyntax.Piece piece, @Nullable RegoValue dot) throws BuiltinException {
    TemplatePipeline pipeline = new TemplatePipeline(call, piece, 0, dot, scopes);
    RegoValue value = pipeline.evaluate();
    if (!pipeline.isAssignment()) {
      write(TemplatePipeline.print(call, value));
    }
  }

  private void branch(
      TemplateSyntax.Piece piece, boolean with, @Nullable RegoValue dot, boolean live)
      throws BuiltinException {
    scopes.push(new HashMap<>());
    RegoValue value = live ? new TemplatePipeline(call, piece, 1, dot, scopes).evaluate() : null;
    boolean holds = TemplatePipeline.isTrue(value);
    block(with ? value : dot, live && holds);
    TemplateSyntax.Piece next = expectEnd();
    at++;
    if (keyword(next).equals("else")) {
      if (next.tokens().size() > 1) {
        String nested = next.tokens().get(1);
        TemplateSyntax.Piece inner =
            new TemplateSyntax.Piece(
                "",
                next.tokens().subList(1, next.tokens().size()),
                next.spaced().subList(1, next.spaced().size()));
        branch(inner, nested.equals("with"), dot, live && !holds);
      } else {
        block(dot, live && !holds);
        expectEnd();
        at++;
      }
    }
    scopes.pop();
  }

  private TemplateSyntax.Piece expectEnd() throws BuiltinException {
    if (at >= pieces.size()) {
      throw problem("unexpected EOF");
    }
    return pieces.get(at);
  }

  private void range(TemplateSyntax.Piece piece, @Nullable RegoValue dot, boolean live)
      throws BuiltinException {
    scopes.push(new HashMap<>());
    int start = at;
    TemplatePipeline pipeline = new TemplatePipeline(call, piece, 1, dot, scopes);
    RegoValue collection = live ? pipeline.evaluateRange() : null;
    boolean any = false;
    if (collection instanceof RegoArray array) {
      for (int i = 0; i < array.size(); i++) {
        any = true;
        round(pipeline, start, RegoNumber.of(i), array.get(i));
      }
    } else if (collection instanceof RegoObject object) {
      for (RegoValue key : object.keys()) {
        any = true;
        round(pipeline, start, key, Objects.requireNonNull(object.get(key)));
      }
    } else if (collection != null) {
      throw problem("range can't iterate over " + TemplatePipeline.print(call, collection));
    }
    at = start;
    block(dot, false);
    TemplateSyntax.Piece next = expectEnd();
    at++;
    if (keyword(next).equals("else")) {
      block(dot, live && !any);
      expectEnd();
      at++;
    }
    scopes.pop();
  }

  private void round(TemplatePipeline pipeline, int start, RegoValue key, RegoValue item)
      throws BuiltinException {
    call.spend(1);
    at = start;
    scopes.push(new HashMap<>());
    pipeline.bind(key, item);
    block(item, true);
    scopes.pop();
  }

  private void write(String text) throws BuiltinException {
    call.spendLength(text.length());
    call.checkLength((long) out.length() + text.length());
    out.append(text);
  }

  static BuiltinException problem(String problem) {
    return BuiltinException.of("template: template: " + problem);
  }
}
