package dev.seaworthy.rego.conformance;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoJson;
import dev.seaworthy.rego.value.RegoNull;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import dev.seaworthy.yaml.YamlStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads cases from JSON and YAML files. */
final class ConformanceFiles {

  private ConformanceFiles() {}

  /** The cases of all files in a folder and below. */
  static List<ConformanceCase> read(Path folder) throws IOException {
    List<ConformanceCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(ConformanceFiles::holdsCases).sorted().toList()) {
        String area = area(folder, file);
        RegoObject content = (RegoObject) content(file);
        if (content.get("cases") instanceof RegoArray array) {
          array.forEach(one -> cases.add(ConformanceCase.of(area, (RegoObject) one)));
        }
      }
    }
    return cases;
  }

  private static boolean holdsCases(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /** OPA has a folder for each area; in its published form an area is a file. */
  private static String area(Path folder, Path file) {
    String parent = file.getParent().getFileName().toString();
    boolean flat = file.getParent().equals(folder) || parent.matches("v\\d+");
    String name = file.getFileName().toString();
    return flat ? name.substring(0, name.lastIndexOf('.')) : parent;
  }

  private static RegoValue content(Path file) throws IOException {
    String text = Files.readString(file);
    if (!file.toString().endsWith(".json")) {
      YamlStream stream = YamlReader.read(new SourceText(file.toString(), text));
      if (!stream.problems().isEmpty()) {
        throw new IOException(stream.problems().toString());
      }
      return value(stream.documents().get(0).root());
    }
    try {
      return RegoJson.parse(text);
    } catch (ParseException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static RegoValue value(YamlNode node) {
    YamlNode resolved = node.resolved();
    if (resolved instanceof YamlMapping mapping) {
      RegoObject.Builder object = RegoObject.builder();
      mapping.entries().forEach(entry -> object.put(entry.key().text(), value(entry.value())));
      return object.build();
    }
    if (resolved instanceof YamlSequence list) {
      return RegoArray.of(list.items().stream().map(ConformanceFiles::value).toList());
    }
    YamlScalar scalar = (YamlScalar) resolved;
    return switch (scalar.type()) {
      case NULL -> RegoNull.NULL;
      case BOOLEAN -> RegoBoolean.of(scalar.booleanValue().orElseThrow());
      case INTEGER, FLOAT -> RegoNumber.of(scalar.numberValue().orElseThrow());
      case STRING -> new RegoString(scalar.text());
    };
  }
}
