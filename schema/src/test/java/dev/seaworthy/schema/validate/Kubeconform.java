package dev.seaworthy.schema.validate;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The real {@code kubeconform}, where there is one. */
final class Kubeconform {

  private final Path program;

  private Kubeconform(Path program) {
    this.program = program;
  }

  /** The program on the path. */
  static Optional<Kubeconform> onPath() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry, "kubeconform"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Kubeconform::new);
  }

  /**
   * Holds each file of one object against its schema.
   *
   * @param version such as {@code 1.36}
   * @return by the name of the file why it is refused; empty if it is not
   */
  Map<String, String> refusals(Path objects, Path schemas, String version)
      throws IOException, InterruptedException, SchemaProblem {
    Path output = Files.createTempFile("kubeconform", ".json");
    try {
      new ProcessBuilder(
              program.toString(),
              "-strict",
              "-verbose",
              "-output=json",
              "-kubernetes-version=" + version + ".0",
              "-schema-location=" + schemas,
              objects.toString())
          .redirectOutput(output.toFile())
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
      return refusals(SchemaReader.read(Files.readString(output)));
    } finally {
      Files.delete(output);
    }
  }

  private static Map<String, String> refusals(JsonNode result) {
    Map<String, String> refusals = new HashMap<>();
    for (JsonNode object : result.path("resources")) {
      String file = Path.of(object.path("filename").asString("")).getFileName().toString();
      boolean isValid = object.path("status").asString("").equals("statusValid");
      refusals.put(file, isValid ? "" : object.path("msg").asString("refused"));
    }
    return refusals;
  }
}
