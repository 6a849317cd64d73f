package dev.seaworthy.rego.policy;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoJson;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoText;
import dev.seaworthy.rego.value.RegoValue;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The real {@code opa}, where there is one. */
final class Opa {

  /** Inputs for one process: it holds them all in memory. */
  private static final int BATCH = 500;

  private static final String QUERY =
      "[result | some item in data.differential.inputs; result := %s with input as item]";

  private final Path program;
  private final Path folder;

  private Opa(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /**
   * The program on the path.
   *
   * @param folder where it finds what it evaluates; empty
   */
  static Optional<Opa> onPath(Path folder) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry, "opa"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new Opa(program, folder));
  }

  /**
   * Evaluates a reference for each input.
   *
   * @param modules texts by file name
   * @param reference has a value for each input, such as the document of a package
   * @return the values as JSON has them: sets are arrays
   */
  List<RegoValue> evaluate(
      Map<String, String> modules,
      RegoObject data,
      String reference,
      List<? extends RegoValue> inputs)
      throws IOException, InterruptedException, ParseException {
    for (Map.Entry<String, String> module : modules.entrySet()) {
      Files.writeString(folder.resolve(module.getKey()), module.getValue());
    }
    Files.writeString(folder.resolve("data.json"), RegoText.json(data));
    List<RegoValue> results = new ArrayList<>();
    for (int from = 0; from < inputs.size(); from += BATCH) {
      List<? extends RegoValue> batch = inputs.subList(from, Math.min(from + BATCH, inputs.size()));
      results.addAll(evaluate(reference, batch));
    }
    return results;
  }

  private List<RegoValue> evaluate(String reference, List<? extends RegoValue> inputs)
      throws IOException, InterruptedException, ParseException {
    RegoValue document = RegoValue.of(Map.of("differential", Map.of("inputs", inputs)));
    Files.writeString(folder.resolve("inputs.json"), RegoText.json(document));
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "eval",
                "--format=raw",
                "--data=" + folder,
                QUERY.formatted(reference))
            .redirectOutput(output.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new AssertionError(
          Files.readString(output) + Files.readString(folder.resolve("errors")));
    }
    return ((RegoArray) RegoJson.parse(Files.readString(output))).items();
  }
}
