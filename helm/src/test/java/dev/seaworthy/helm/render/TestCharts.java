package dev.seaworthy.helm.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes small charts, all named {@code demo}. */
final class TestCharts {

  static final String METADATA = "apiVersion: v2\nname: demo\nversion: 0.1.0\n";

  private TestCharts() {}

  /** A chart of one template, {@code templates/web.yaml}. */
  static Path chart(Path parent, String template) {
    return chart(parent, Map.of("templates/web.yaml", template));
  }

  /** A chart of these files, with a {@code Chart.yaml} if there is none among them. */
  static Path chart(Path parent, Map<String, String> files) {
    try {
      Path chart = Files.createTempDirectory(parent, "chart");
      write(chart.resolve("Chart.yaml"), METADATA);
      for (Map.Entry<String, String> file : files.entrySet()) {
        write(chart.resolve(file.getKey()), file.getValue());
      }
      return chart;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
