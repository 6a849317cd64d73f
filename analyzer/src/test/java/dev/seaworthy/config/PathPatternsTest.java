package dev.seaworthy.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternsTest {

  private static final Path REPOSITORY = Path.of("/repository").toAbsolutePath();

  @ParameterizedTest
  @CsvSource({
    // base, name of a file in results
    "., deploy/web.yaml",
    "deploy, web.yaml",
    "deploy, ./web.yaml",
    "apps, ../deploy/web.yaml",
    "apps/api, ../../deploy/web.yaml",
    "., /repository/deploy/web.yaml",
    "/elsewhere, /repository/deploy/web.yaml",
    "/, repository/deploy/web.yaml",
  })
  void matchNamesRelativeToTheFolderOfTheConfiguration(String base, String name) {
    PathPatterns patterns =
        new PathPatterns(REPOSITORY, REPOSITORY.resolve(base).normalize(), List.of());

    assertThat(patterns.files("/deploy/*.yaml")).accepts(name);
    assertThat(patterns.files("deploy")).accepts(name);
    assertThat(patterns.files("web.yaml")).accepts(name);
    assertThat(patterns.files("/web.yaml")).rejects(name);
    assertThat(patterns.files("repository/")).rejects(name);
  }

  @Test
  void leaveFilesOutsideOfTheFolderAlone() {
    PathPatterns patterns = new PathPatterns(REPOSITORY, REPOSITORY, List.of());

    assertThat(patterns.files("*"))
        .accepts("web.yaml", "<stdin>", "-")
        .rejects("../web.yaml", "/other/web.yaml", ".", "", "\0");
  }

  @Test
  void areTheSameForTheSameText() {
    PathPatterns patterns = new PathPatterns(REPOSITORY, REPOSITORY, List.of());

    assertThat(patterns.files("deploy/")).isSameAs(patterns.files("deploy/"));
    assertThat(patterns.files("deploy/")).isNotSameAs(patterns.files("apps/"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # pattern        | analysed           | whether that is all
          -                | .                  | true
          -                | ..                 | true
          -                | deploy             | false
          -                | deploy, apps       | false
          deploy/          | .                  | true
          deploy/          | deploy             | false
          /deploy/         | deploy             | true
          deploy/**        | deploy             | true
          deploy/**        | deploy/web         | false
          deploy/web/*.yaml| deploy             | true
          deploy/web/*.yaml| apps, deploy/web   | true
          deploy/web/*.yaml| deploy/web/a.yaml  | false
          deploy/web/a.yaml| deploy/web/a.yaml  | true
          /a.yaml          | a.yaml             | true
          a.yaml           | a.yaml             | false
          a.yaml           | .                  | true
          **/a.yaml        | deploy             | false
          """)
  void tellWhetherAllThatTheyMayMatchIsAnalysed(String pattern, String analysed, boolean all) {
    List<Path> paths =
        Arrays.stream(analysed.split(", "))
            .map(path -> REPOSITORY.resolve(path).normalize())
            .toList();

    assertThat(
            new PathPatterns(REPOSITORY, REPOSITORY, paths)
                .isAnalysed(Optional.ofNullable(pattern)))
        .isEqualTo(all);
  }
}
