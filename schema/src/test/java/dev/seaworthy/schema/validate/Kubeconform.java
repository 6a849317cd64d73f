package dev.seaworthy.schema.validate;

import dev.seaworthy.model.KubernetesVersion;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
   * Holds files against schemas.
   *
   * @param files a folder of files with one object each
   * @param location of the schemas
   * @return by the name of the file what is wrong with it; empty if nothing is
   */
  Map<String, String> judge(Path files, String location, KubernetesVersion version)
      throws IOException, InterruptedException, SchemaProblem {
    Path output = Files.createTempFile("kubeconform", ".json");
    Path errors = Files.createTempFile("kubeconform", ".txt");
    try {
      new ProcessBuilder(
              program.toString(),
              "-strict",
              "-verbose",
              "-output=json",
              "-kubernetes-version=" + version + ".0",
              "-schema-location=" + location,
              files.toString())
          .redirectOutput(output.toFile())
          .redirectError(errors.toFile())
          .start()
          .waitFor();
      if (Files.size(output) == 0) {
        throw new AssertionError(Files.readString(errors));
      }
      return verdicts(SchemaReader.read(Files.readString(output)));
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }

  private static Map<String, String> verdicts(JsonNode output) {
    Map<String, String> verdicts = new TreeMap<>();
    for (JsonNode resource : output.path("resources")) {
      String file = Path.of(resource.path("filename").stringValue()).getFileName().toString();
      verdicts.put(file, resource.path("msg").asString(""));
    }
    return verdicts;
  }
}
