package dev.seaworthy.yaml;

import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads text as kubectl does: YAML or JSON, any number of documents. */
public final class YamlReader {

  private static final int LARGE = 1 << 16;

  private static final LoadSettings SETTINGS = settings(1 << 10);

  /**
   * The parser copies a token each time that its buffer is full, so a huge one needs a large one.
   * Most programs never meet one.
   */
  private static final class Large {
    static final LoadSettings SETTINGS = settings(1 << 20);
  }

  private final SourceText source;
  private final String text;
  private final YamlLimits limits;
  private final NodeCounter counter;
  private final List<YamlDocument> documents = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private boolean full;

  private YamlReader(SourceText source, YamlLimits limits) {
    this.source = source;
    this.text = withPlainLineBreaks(source.text());
    this.limits = limits;
    this.counter = new NodeCounter(limits.maxNodes());
  }

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
    return read(source, limits, document -> true);
  }

  /**
   * Reads some documents of a text.
   *
   * @param documents tells by the text of a document whether to read it
   */
  public static YamlStream read(SourceText source, YamlLimits limits, Predicate<String> documents) {
    return new YamlReader(source, limits).read(documents);
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

  private YamlStream read(Predicate<String> wanted) {
    for (DocumentSplitter.Chunk chunk : DocumentSplitter.split(text)) {
      if (wanted.test(text.substring(chunk.start(), chunk.end()))) {
        read(chunk);
      }
      if (full || counter.isExceeded()) {
        break;
      }
    }
    return new YamlStream(source, documents, problems);
  }

  private void read(DocumentSplitter.Chunk chunk) {
    Offsets offsets = new Offsets(text, chunk.start(), chunk.end());
    try {
      if (!readJson(chunk)) {
        readYaml(chunk, offsets);
      }
    } catch (YamlReadException e) {
      problems.add(problem(e.kind(), e.offset(), e.getMessage(), e.hint()));
    } catch (MarkedYamlEngineException e) {
      problems.add(syntaxProblem(e, chunk, offsets));
    } catch (ReaderException e) {
      String codePoint = String.format(Locale.ROOT, "U+%04X", e.getCodePoint());
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

  private boolean readJson(DocumentSplitter.Chunk chunk) {
    if (!isLikelyJson(chunk)) {
      return false;
    }
    Optional<List<YamlNode>> roots =
        JsonReader.read(source.text(), chunk.start(), chunk.end(), limits, counter);
    roots.ifPresent(found -> found.forEach(this::add));
    return roots.isPresent();
  }

  /**
   * Whether a document starts like a JSON object or array. Asked here, as the reader of JSON takes
   * a while to load.
   */
  private boolean isLikelyJson(DocumentSplitter.Chunk chunk) {
    for (int i = chunk.start(); i < chunk.end(); i++) {
      char c = text.charAt(i);
      if (c > ' ') {
        return c == '{' || c == '[';
      }
    }
    return false;
  }

  private void readYaml(DocumentSplitter.Chunk chunk, Offsets offsets) {
    LoadSettings settings = chunk.end() - chunk.start() < LARGE ? SETTINGS : Large.SETTINGS;
    StreamReader reader = new StreamReader(settings, text.substring(chunk.start(), chunk.end()));
    Parser parser = new ParserImpl(settings, reader);
    try {
      parser.next();
      while (parser.checkEvent(Event.ID.DocumentStart)) {
        parser.next();
        YamlNode root = new Composer(parser, offsets, limits, counter).document();
        parser.next();
        add(root);
      }
    } catch (YamlEngineException | YamlReadException e) {
      throw e;
    } catch (RuntimeException e) {
      throw stopped(e, offsets.ofCodePoint(reader.getIndex()));
    }
  }

  /**
   * The parser throws what it should not at an escape that breaks off or stands for no character.
   */
  private static YamlReadException stopped(RuntimeException e, int offset) {
    return e instanceof NumberFormatException
        ? YamlReadException.syntax(
            offset,
            "broken character escape",
            "Write '\\x', '\\u' or '\\U' with two, four or eight digits of a character's number.")
        : YamlReadException.syntax(
            offset,
            "the parser failed: " + e,
            "Correct the YAML near here, or report this if it is right.");
  }

  private void add(YamlNode root) {
    boolean empty = root instanceof YamlScalar scalar && scalar.isNull();
    if (empty) {
      return;
    }
    if (documents.size() >= limits.maxDocuments()) {
      full = true;
      throw YamlReadException.limit(
          root.start(),
          "more than " + limits.maxDocuments() + " documents in one stream",
          "Split the file: the documents from here on were not analysed.");
    }
    documents.add(new YamlDocument(source, documents.size(), root));
  }

  private Problem syntaxProblem(
      MarkedYamlEngineException e, DocumentSplitter.Chunk chunk, Offsets offsets) {
    int offset = e.getProblemMark().map(offsets::of).orElse(chunk.start());
    int contextOffset = e.getContextMark().map(offsets::of).orElse(offset);
    int line = source.position(offset).line();
    int contextLine = source.position(contextOffset).line();
    String from = contextLine == line ? "" : ", which starts at line " + contextLine;
    String hint =
        source.line(line).contains("{{")
            ? "This looks like a template: render it first and check the result."
            : "Correct the YAML here, or a little above.";
    return problem(ProblemKind.YAML_SYNTAX, offset, message(e, from), hint);
  }

  private static String message(MarkedYamlEngineException e, String from) {
    String problem = String.valueOf(e.getProblem()).strip();
    String message = problem.endsWith(".") ? problem.substring(0, problem.length() - 1) : problem;
    String context = e.getContext();
    return context == null || context.isBlank() ? message : context.strip() + from + ": " + message;
  }

  private Problem problem(ProblemKind kind, int offset, String message, String hint) {
    int end = Math.min(offset, source.text().length());
    Span span = source.span(end, end);
    return Problem.at(kind, source.name(), span, message, hint);
  }
}
