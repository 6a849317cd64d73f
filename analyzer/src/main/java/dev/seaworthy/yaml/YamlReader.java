package dev.seaworthy.yaml;

import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads text as kubectl does: YAML or JSON, any number of documents. Stateless. */
public final class YamlReader {

  private static final int LARGE = 1 << 16;

  private static final LoadSettings SETTINGS = settings(1 << 10);

  /**
   * The parser copies a token each time that its buffer is full, so a huge one needs a large one.
   */
  private static final LoadSettings SETTINGS_FOR_LARGE = settings(1 << 20);

  private YamlReader() {}

  /** Reads a text within the default limits. */
  public static YamlStream read(SourceText source) {
    return read(source, YamlLimits.DEFAULT);
  }

  /**
   * Reads a text. Never throws: what cannot be read is among the problems, the rest is there.
   *
   * @param source the text
   * @param limits bounds on what is read
   */
  public static YamlStream read(SourceText source, YamlLimits limits) {
    List<YamlDocument> documents = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    String text = withPlainLineBreaks(source.text());
    for (DocumentSplitter.Chunk chunk : DocumentSplitter.split(text)) {
      if (documents.size() >= limits.maxDocuments()) {
        problems.add(tooManyDocuments(source, chunk, limits));
        break;
      }
      new ChunkReader(source, text, chunk, limits).read(documents, problems);
    }
    return new YamlStream(source, documents, problems);
  }

  /**
   * Kubernetes reads with the line breaks of YAML 1.1, which are more than the parser's: what looks
   * like the end of a comment or a string may be a line of its own. No offset changes.
   */
  private static String withPlainLineBreaks(String text) {
    return text.replace('\u0085', '\n').replace('\u2028', '\n').replace('\u2029', '\n');
  }

  private static LoadSettings settings(int bufferSize) {
    return LoadSettings.builder()
        .setUseMarks(true)
        .setCodePointLimit(Integer.MAX_VALUE)
        .setVersionFunction(version -> version)
        .setBufferSize(bufferSize)
        .build();
  }

  private static Problem tooManyDocuments(
      SourceText source, DocumentSplitter.Chunk chunk, YamlLimits limits) {
    return Problem.at(
        ProblemKind.YAML_LIMIT,
        source.name(),
        source.span(chunk.start(), chunk.start()),
        "more than " + limits.maxDocuments() + " documents in one stream",
        "Split the file: the documents from here on were not analysed.");
  }

  /** Reads the text between two document markers. */
  private record ChunkReader(
      SourceText source, String text, DocumentSplitter.Chunk chunk, YamlLimits limits) {

    void read(List<YamlDocument> documents, List<Problem> problems) {
      Offsets offsets = new Offsets(text, chunk.start(), chunk.end());
      if (JsonReader.isLikelyJson(text, chunk.start(), chunk.end())) {
        Optional<List<YamlNode>> json =
            JsonReader.read(source.text(), chunk.start(), chunk.end(), limits);
        if (json.isPresent()) {
          json.get().forEach(root -> add(documents, root));
          return;
        }
      }
      try {
        LoadSettings settings = chunk.end() - chunk.start() < LARGE ? SETTINGS : SETTINGS_FOR_LARGE;
        String content = text.substring(chunk.start(), chunk.end());
        Parser parser = new ParserImpl(settings, new StreamReader(settings, content));
        parser.next();
        while (parser.checkEvent(Event.ID.DocumentStart)) {
          parser.next();
          YamlNode root = new Composer(parser, offsets, limits).node();
          parser.next();
          add(documents, root);
        }
      } catch (YamlReadException e) {
        problems.add(problem(e.kind(), e.offset(), e.getMessage(), e.hint()));
      } catch (MarkedYamlEngineException e) {
        problems.add(syntaxProblem(e, offsets));
      } catch (ReaderException e) {
        String codePoint = String.format("U+%04X", e.getCodePoint());
        problems.add(
            problem(
                ProblemKind.YAML_SYNTAX,
                offsets.ofCodePoint(e.getPosition()),
                "character " + codePoint + " is not allowed in YAML",
                "Remove the character, or write it as an escape in double quotes."));
      } catch (YamlEngineException e) {
        problems.add(
            problem(
                ProblemKind.YAML_SYNTAX,
                chunk.start(),
                String.valueOf(e.getMessage()),
                "Correct the document."));
      }
    }

    private void add(List<YamlDocument> documents, YamlNode root) {
      boolean empty = root instanceof YamlScalar scalar && scalar.isNull();
      if (!empty) {
        documents.add(new YamlDocument(source, documents.size(), root));
      }
    }

    private Problem syntaxProblem(MarkedYamlEngineException e, Offsets offsets) {
      int offset =
          e.getProblemMark().map(mark -> offsets.of(Optional.of(mark))).orElse(chunk.start());
      boolean template = source.line(source.position(offset).line()).contains("{{");
      String context = e.getContext() == null ? "" : e.getContext() + ", ";
      String hint =
          template
              ? "This looks like a template: render it first and check the result."
              : "Correct the YAML here, or a little above.";
      return problem(ProblemKind.YAML_SYNTAX, offset, context + e.getProblem(), hint);
    }

    private Problem problem(ProblemKind kind, int offset, String message, String hint) {
      int end = Math.min(offset, source.text().length());
      Span span = source.span(end, end);
      return Problem.at(kind, source.name(), span, message, hint);
    }
  }
}
