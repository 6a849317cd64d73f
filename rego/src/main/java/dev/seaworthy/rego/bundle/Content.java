package dev.seaworthy.rego.bundle;

import dev.seaworthy.rego.value.RegoJson;
import dev.seaworthy.rego.value.RegoNull;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.rego.value.RegoYaml;
import dev.seaworthy.source.DecodedText;
import dev.seaworthy.source.NotReadable;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.Source;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.Span;
import dev.seaworthy.source.TextDecoder;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlStream;
import java.io.IOException;
import java.text.ParseException;
import java.util.List;

/** Reads what is in a file. */
final class Content {

  private final int maxBytes;

  Content(PolicyLimits limits) {
    maxBytes = limits.maxFileBytes();
  }

  byte[] bytes(Source source) throws UnreadableException {
    try {
      byte[] bytes = source.read(maxBytes);
      if (bytes.length > maxBytes) {
        throw tooLarge(source.name(), maxBytes);
      }
      return bytes;
    } catch (IOException e) {
      throw new UnreadableException(List.of(NotReadable.problem(source.name(), e)));
    }
  }

  static UnreadableException tooLarge(String file, long maxBytes) {
    return UnreadableException.of(
        file,
        "'" + file + "' is larger than " + maxBytes + " bytes",
        "Split it, or leave out what no policy needs.");
  }

  SourceText text(Source source) throws UnreadableException {
    String file = source.name();
    DecodedText decoded = TextDecoder.decode(file, bytes(source));
    if (decoded instanceof DecodedText.Text text) {
      return text.text();
    }
    if (decoded instanceof DecodedText.Malformed malformed) {
      throw at(file, malformed.span(), malformed.message(), "Save the file as UTF-8.");
    }
    throw UnreadableException.of(
        file, "'" + file + "' is binary, not text", "Save it as UTF-8, or leave it out.");
  }

  /** The value of a JSON file, or of the only document of a YAML file. */
  RegoValue document(Source source) throws UnreadableException {
    SourceText text = text(source);
    return FileKind.isJson(source.name()) ? json(text) : yaml(text);
  }

  /** The value of a file whose name says nothing. */
  RegoValue jsonOrYaml(Source source) throws UnreadableException {
    SourceText text = text(source);
    try {
      return RegoJson.parse(text.text());
    } catch (ParseException e) {
      return FileKind.isJson(source.name()) ? json(text) : yaml(text);
    }
  }

  static RegoValue json(SourceText text) throws UnreadableException {
    try {
      return RegoJson.parse(text.text());
    } catch (ParseException e) {
      int offset = Math.min(e.getErrorOffset(), text.text().length());
      throw at(
          text.name(),
          text.span(offset, offset),
          "no JSON: " + e.getMessage(),
          "Correct the JSON.");
    }
  }

  private static RegoValue yaml(SourceText text) throws UnreadableException {
    YamlStream stream = YamlReader.read(text);
    if (!stream.problems().isEmpty()) {
      throw new UnreadableException(stream.problems());
    }
    if (stream.documents().size() > 1) {
      throw at(
          text.name(),
          stream.documents().get(1).span(stream.documents().get(1).root()),
          "a data file with more than one document",
          "Keep one document, or put each into a file of its own.");
    }
    return stream.documents().isEmpty()
        ? RegoNull.NULL
        : RegoYaml.of(stream.documents().get(0).root());
  }

  private static UnreadableException at(String file, Span span, String message, String hint) {
    return new UnreadableException(
        List.of(Problem.at(ProblemKind.POLICY_ERROR, file, span, message, hint)));
  }
}
