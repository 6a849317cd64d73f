package dev.seaworthy.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the configuration file that applies to a folder. */
public final class ConfigurationFiles {

  private static final List<String> NAMES = List.of("seaworthy.yaml", "seaworthy.yml");

  private ConfigurationFiles() {}

  /**
   * The file {@code seaworthy.yaml} or {@code seaworthy.yml} in a folder, or in the nearest one
   * above it that has one. The search ends at the root of a git repository: what lies above belongs
   * to somebody else.
   *
   * @param workingDirectory the folder to start from, absolute
   * @throws ConfigurationException if a folder has both files
   * @throws IllegalArgumentException if the folder is not absolute
   */
  public static Optional<Path> find(Path workingDirectory) throws ConfigurationException {
    if (!workingDirectory.isAbsolute()) {
      throw new IllegalArgumentException("'" + workingDirectory + "' is not an absolute path");
    }
    Path folder = workingDirectory.normalize();
    while (folder != null) {
      List<Path> found = NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).toList();
      if (found.size() > 1) {
        throw ambiguous(found);
      }
      if (!found.isEmpty() || Files.exists(folder.resolve(".git"))) {
        return found.stream().findFirst();
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }

  private static ConfigurationException ambiguous(List<Path> files) {
    return new ConfigurationException(
        List.of(
            new ConfigurationError(
                PathPatterns.slashed(files.get(1)),
                Optional.empty(),
                "there is also '" + files.get(0).getFileName() + "' in this folder",
                "Keep one of the two.")));
  }
}
