package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.RegoError;
import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.source.Position;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.Span;
import dev.seaworthy.yaml.YamlDocument;
import dev.seaworthy.yaml.YamlLimits;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;

/** Reads the metadata blocks of a file. */
final class MetadataParser {

  private static final YamlLimits LIMITS = new YamlLimits(100, 100, 10_000);

  private final String file;
  private final List<RegoError> errors;

  /**
   * @param errors where to put what is wrong
   */
  MetadataParser(String file, List<RegoError> errors) {
    this.file = file;
    this.errors = errors;
  }

  /** The blocks that can be read, not attached to anything yet. */
  List<Metadata> parse(List<Comment> comments) {
    List<Metadata> parsed = new ArrayList<>();
    for (MetadataBlock block : MetadataBlock.in(comments)) {
      try {
        parsed.add(new Metadata(parse(block), location(block.title())));
      } catch (ParseFailure e) {
        errors.add(e.error());
      }
    }
    return parsed;
  }

  private RegoObject parse(MetadataBlock block) {
    String text = block.text();
    if (text.isBlank()) {
      throw failure(block.title(), "expected METADATA block, found whitespace");
    }
    SourceText source = new SourceText(file, text);
    YamlStream stream = YamlReader.read(source, LIMITS);
    for (Problem problem : stream.problems()) {
      int line = problem.span().map(Span::start).map(Position::line).orElse(1);
      throw failure(block.line(line), "yaml: " + problem.message() + hint(block));
    }
    if (stream.documents().isEmpty()) {
      return RegoObject.EMPTY;
    }
    YamlDocument document = stream.documents().get(0);
    if (!(document.root().resolved() instanceof YamlMapping fields)) {
      throw failure(line(block, source, document.root()), "yaml: expected a mapping" + hint(block));
    }
    try {
      return MetadataContent.of(fields);
    } catch (MetadataContent.InvalidField e) {
      throw failure(line(block, source, e.node()), e.reason());
    }
  }

  private static Comment line(MetadataBlock block, SourceText source, YamlNode node) {
    return block.line(source.position(node.start()).line());
  }

  /** Points at colons without a space after them, which YAML does not take for separators. */
  private static String hint(MetadataBlock block) {
    StringBuilder hint = new StringBuilder();
    for (Comment line : block.lines()) {
      int colon = line.text().indexOf(':');
      boolean separated =
          colon < 0
              || colon + 1 == line.text().length()
              || " \t".indexOf(line.text().charAt(colon + 1)) >= 0;
      if (!separated) {
        hint.append(" (hint: no space follows the ':' on line ").append(line.row()).append(')');
      }
    }
    return hint.toString();
  }

  private ParseFailure failure(Comment line, String message) {
    return new ParseFailure(RegoError.at(location(line), TokenStream.ERROR_CODE, message), true);
  }

  private RegoLocation location(Comment line) {
    int length = line.text().length() + 1;
    return new RegoLocation(file, line.row(), line.column(), line.start(), length);
  }

  /**
   * A block that was read.
   *
   * @param content its fields
   * @param location where it begins
   */
  record Metadata(RegoObject content, RegoLocation location) {}
}
