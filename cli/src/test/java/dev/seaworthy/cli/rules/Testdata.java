package dev.seaworthy.cli.rules;

import dev.seaworthy.cli.BundledRules;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.rule.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The manifests in {@code testdata/}, and all bundled rules to judge them. */
final class Testdata {

  private Testdata() {}

  /** The manifests of a folder, sorted by name. */
  static List<Path> manifests(String folder) throws IOException {
    Path root = Path.of(System.getProperty("project.root")).toAbsolutePath();
    try (Stream<Path> files = Files.list(root.resolve("testdata").resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  static Analyzer analyzer(Profile profile) {
    return Analyzer.builder()
        .rules(BundledRules.all())
        .selection(RuleSelection.of(profile))
        .parallelism(1)
        .build();
  }
}
