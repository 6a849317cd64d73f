package dev.seaworthy.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelmIgnoreTest {

  @ParameterizedTest
  @CsvSource({
    // without a slash the name alone counts
    "*.md, README.md, true",
    "*.md, docs/README.md, true",
    "README, docs/README.md, false",
    // with one the whole path
    "docs/*, docs/a.md, true",
    "docs/*, docs/a/b.md, false",
    "docs/*, x/docs/a.md, false",
    "/README.md, README.md, true",
    "/README.md, docs/README.md, false",
    "?.md, a.md, true",
    "?.md, ab.md, false",
    "a?b, a/b, false",
    "[a-c].md, b.md, true",
    "[^a-c].md, b.md, false",
    "[^a-c].md, d.md, true",
    "\\*.md, *.md, true",
    "\\*.md, a.md, false",
    "'*a*b*', xaxbx, true",
    "'*a*b*', xbxax, false",
    "é?, é日, true",
  })
  void aPatternIsThatOfGo(String pattern, String path, boolean ignored) {
    assertThat(ignore(pattern).reason(path, false).isPresent()).isEqualTo(ignored);
  }

  @Test
  void aPatternWithASlashAtItsEndMeansFolders() {
    HelmIgnore ignore = ignore("ci/");

    assertThat(ignore.reason("ci", true)).contains("ignored by pattern 'ci/' of .helmignore");
    assertThat(ignore.reason("sub/ci", true)).isPresent();
    assertThat(ignore.reason("ci", false)).isEmpty();
  }

  @Test
  void aNegatedPatternLeavesOutWhatItDoesNotMatch() {
    HelmIgnore ignore = ignore("!*.yaml", "a.yaml");

    assertThat(ignore.reason("b.txt", false)).isPresent();
    assertThat(ignore.reason("b.yaml", false)).isEmpty();
    assertThat(ignore.reason("a.yaml", false)).isPresent();
    assertThat(ignore("!ci/").reason("ci", false)).isPresent();
  }

  @Test
  void hiddenFilesDirectlyAmongTheTemplatesAreLeftOut() {
    for (HelmIgnore ignore : List.of(HelmIgnore.none(), ignore("*.md"))) {
      assertThat(ignore.reason("templates/.a.yaml", false)).isPresent();
      assertThat(ignore.reason("templates/sub/.a.yaml", false)).isEmpty();
      assertThat(ignore.reason(".a", false)).isEmpty();
    }
  }

  @Test
  void commentsAndBlanksAreNoPatterns() {
    HelmIgnore ignore = ignore("# *", "", "   ", "  *.md  ");

    assertThat(ignore.reason("a", false)).isEmpty();
    assertThat(ignore.reason("a.md", false)).isPresent();
  }

  @Test
  void whatHelmRefusesIsAFlawAndTheRestApplies() {
    HelmIgnore ignore = ignore("a/**", "[", "x\\", "*.md");

    assertThat(ignore.flaws())
        .containsExactly(
            new HelmIgnore.Flaw(1, "Helm does not know '**', as in 'a/**'"),
            new HelmIgnore.Flaw(2, "'[' is no valid pattern"),
            new HelmIgnore.Flaw(3, "'x\\' is no valid pattern"));
    assertThat(ignore.reason("a.md", false)).isPresent();
  }

  private static HelmIgnore ignore(String... lines) {
    return HelmIgnore.read(new SourceText(".helmignore", String.join("\n", lines)));
  }
}
