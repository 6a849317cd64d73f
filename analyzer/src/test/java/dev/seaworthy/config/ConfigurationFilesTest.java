package dev.seaworthy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFilesTest {

  @TempDir private Path outside;

  private Path repository;
  private Path folder;

  @BeforeEach
  void makeRepository() throws IOException {
    repository = outside.resolve("repository");
    folder = repository.resolve("apps/web");
    Files.createDirectories(folder);
    Files.createDirectory(repository.resolve(".git"));
  }

  @Test
  void findsTheFileInTheFolderItself() throws Exception {
    file(repository, "seaworthy.yaml");
    Path nearest = file(folder, "seaworthy.yaml");

    assertThat(ConfigurationFiles.find(folder)).contains(nearest);
  }

  @Test
  void findsTheFileInAFolderAbove() throws Exception {
    Path file = file(repository, "seaworthy.yml");

    assertThat(ConfigurationFiles.find(folder)).contains(file);
    assertThat(ConfigurationFiles.find(folder.resolve("../web/."))).contains(file);
  }

  @Test
  void doesNotLookOutsideOfARepository() throws Exception {
    file(outside, "seaworthy.yaml");

    assertThat(ConfigurationFiles.find(folder)).isEmpty();
  }

  @Test
  void looksFurtherWithoutARepository() throws Exception {
    Files.delete(repository.resolve(".git"));
    Path file = file(outside, "seaworthy.yaml");

    assertThat(ConfigurationFiles.find(folder)).contains(file);
  }

  @Test
  void takesAFolderOfThatNameForNoConfiguration() throws Exception {
    Files.createDirectory(folder.resolve("seaworthy.yaml"));
    Path file = file(repository, "seaworthy.yaml");

    assertThat(ConfigurationFiles.find(folder)).contains(file);
  }

  @Test
  void doesNotChooseBetweenTwoFilesInOneFolder() throws IOException {
    file(repository, "seaworthy.yaml");
    Path other = file(repository, "seaworthy.yml");

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> ConfigurationFiles.find(folder))
        .withMessage(
            other + ": there is also 'seaworthy.yaml' in this folder. Keep one of the two.");
  }

  @Test
  void wantsAnAbsoluteFolder() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfigurationFiles.find(Path.of("apps")))
        .withMessage("'apps' is not an absolute path");
  }

  private static Path file(Path folder, String name) throws IOException {
    return Files.writeString(folder.resolve(name), "failOn: low\n");
  }
}
