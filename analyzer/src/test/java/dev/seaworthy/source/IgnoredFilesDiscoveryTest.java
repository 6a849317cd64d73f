package dev.seaworthy.source;

import static dev.seaworthy.source.DiscoveryFixture.accounted;
import static dev.seaworthy.source.DiscoveryFixture.assertComplete;
import static dev.seaworthy.source.DiscoveryFixture.names;
import static dev.seaworthy.source.DiscoveryFixture.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IgnoredFilesDiscoveryTest {

  private static final String GITIGNORE = "skipped .gitignore: not a .yaml, .yml or .json file";

  @TempDir Path temporary;
  private DiscoveryFixture fixture;

  @BeforeEach
  void createFixture() throws IOException {
    fixture = DiscoveryFixture.in(temporary);
  }

  @Nested
  class ByGit {

    @Test
    void aFileIsSkippedWithTheLineThatIgnoresIt() throws IOException {
      fixture.file(".gitignore", "# generated", "*.gen.yaml").files("a.yaml", "sub/b.gen.yaml");

      Discovery discovery = fixture.discover(".");

      assertThat(names(discovery)).containsExactly("a.yaml");
      assertThat(accounted(discovery))
          .containsExactly(
              GITIGNORE,
              "skipped sub/b.gen.yaml: ignored by pattern '*.gen.yaml' in .gitignore, line 2");
      assertThat(discovery.problems()).isEmpty();
    }

    @Test
    void aFolderIsOneEntry() throws IOException {
      fixture.file("app/.gitignore", "/out/").files("app/out/a.yaml", "app/out/deep/b.yaml");

      assertThat(accounted(fixture.discover("app")))
          .containsExactly(
              "skipped app/.gitignore: not a .yaml, .yml or .json file",
              "skipped app/out/: ignored by pattern '/out/' in app/.gitignore, line 1");
    }

    @Test
    void anInnerFileGoesBeforeAnOuterOne() throws IOException {
      fixture
          .file(".gitignore", "*.yaml", "!keep.yaml")
          .file("sub/.gitignore", "!*.yaml", "keep.yaml")
          .files("a.yaml", "keep.yaml", "sub/a.yaml", "sub/keep.yaml", "sub/deep/a.yaml");

      Discovery discovery = fixture.discover(".");

      assertThat(names(discovery)).containsExactly("keep.yaml", "sub/a.yaml", "sub/deep/a.yaml");
      assertThat(accounted(discovery))
          .contains(
              "skipped sub/keep.yaml: ignored by pattern 'keep.yaml' in sub/.gitignore, line 2");
    }

    @Test
    void nothingIsIncludedAgainBelowAnIgnoredFolder() throws IOException {
      fixture
          .file(".gitignore", "out/", "!out/a.yaml")
          .file("out/.gitignore", "!*")
          .files("out/a.yaml");

      assertThat(accounted(fixture.discover(".")))
          .containsExactly(
              GITIGNORE, "skipped out/: ignored by pattern 'out/' in .gitignore, line 1");
    }

    @Test
    void filesAboveANamedFolderCountUpToItsRepository() throws IOException {
      fixture
          .file(".gitignore", "outside.yaml")
          .files("repo/.git/")
          .file("repo/.gitignore", "*.gen.yaml", "/apps/web/anchored.yaml")
          .file("repo/apps/.gitignore", "!b.gen.yaml")
          .files("repo/apps/web/a.gen.yaml", "repo/apps/web/b.gen.yaml")
          .files("repo/apps/web/anchored.yaml", "repo/apps/web/outside.yaml");

      Discovery discovery = fixture.discover("repo/apps/web");

      assertThat(names(discovery))
          .containsExactly("repo/apps/web/b.gen.yaml", "repo/apps/web/outside.yaml");
      assertThat(accounted(discovery))
          .containsExactly(
              "skipped repo/apps/web/a.gen.yaml:"
                  + " ignored by pattern '*.gen.yaml' in repo/.gitignore, line 1",
              "skipped repo/apps/web/anchored.yaml:"
                  + " ignored by pattern '/apps/web/anchored.yaml' in repo/.gitignore, line 2");
    }

    @Test
    void filesAboveANamedFolderDoNotCountOutsideOfARepository() throws IOException {
      fixture.file(".gitignore", "*.yaml").files("sub/a.yaml");

      assertComplete(fixture.discover("sub"), "sub/a.yaml");
    }

    @Test
    void aFileAboveIsNamedRelativeToTheBase() throws IOException {
      fixture.files(".git/").file(".gitignore", "a.yaml").files("work/a.yaml");

      DiscoveryFixture work = new DiscoveryFixture(fixture.path("work"));

      assertThat(accounted(work.discover(".")))
          .containsExactly("skipped a.yaml: ignored by pattern 'a.yaml' in ../.gitignore, line 1");
    }

    @Test
    void aNamedFolderIsWalkedEvenIfItIsIgnored() throws IOException {
      fixture
          .files(".git/")
          .file(".gitignore", "build/", "*.tmp.yaml")
          .files("build/a.yaml", "build/b.tmp.yaml", "build/sub/c.yaml");

      assertThat(names(fixture.discover("build")))
          .containsExactly("build/a.yaml", "build/sub/c.yaml");
      assertThat(names(fixture.discover(".", "build/sub"))).containsExactly("build/sub/c.yaml");
    }

    @Test
    void aNamedFileIsNeverIgnored() throws IOException {
      fixture.files(".git/").file(".gitignore", "*.yaml").files("a.yaml", "b.yaml");

      assertThat(names(fixture.discover("a.yaml"))).containsExactly("a.yaml");
      assertThat(names(fixture.discover(".", "a.yaml"))).containsExactly("a.yaml");
    }

    @Test
    void aRepositoryInARepositoryIsOnItsOwn() throws IOException {
      fixture
          .file(".gitignore", "*.yaml")
          .files("inner/.git", "inner/a.yaml", "inner/sub/b.yaml", "c.yaml");

      Discovery discovery = fixture.discover(".");

      assertThat(names(discovery)).containsExactly("inner/a.yaml", "inner/sub/b.yaml");
      assertThat(accounted(discovery)).contains("skipped inner/.git: version control data");
    }

    @Test
    void canBeSwitchedOff() throws IOException {
      fixture
          .files(".git/")
          .file(".gitignore", "*")
          .file("sub/.gitignore", "*")
          .files("sub/a.yaml");

      Discovery all = fixture.discover(builder -> builder.honourGitignore(false), ".");
      Discovery sub = fixture.discover(builder -> builder.honourGitignore(false), "sub");

      assertThat(names(all)).containsExactly("sub/a.yaml");
      assertThat(names(sub)).containsExactly("sub/a.yaml");
    }

    @Test
    void aFileThatIsTooLargeIsAProblemAndIgnoresNothing() throws IOException {
      fixture.file(".gitignore", "*.yaml", " ".repeat(1 << 20)).files("a.yaml");

      Discovery discovery = fixture.discover(".");

      assertThat(names(discovery)).containsExactly("a.yaml");
      assertThat(problems(discovery))
          .containsExactly(
              "too-large .gitignore: '.gitignore' is larger than 1048576 bytes,"
                  + " so its patterns were not applied");
      assertThat(accounted(discovery)).containsExactly(GITIGNORE);
    }

    @Test
    void aFileWithTooManyWildcardsIsAProblemAndIgnoresNothing() throws IOException {
      fixture.file(".gitignore", "*.yaml", "a?b\n".repeat(2_001)).files("a.yaml");

      Discovery discovery = fixture.discover(".");

      assertThat(names(discovery)).containsExactly("a.yaml");
      assertThat(problems(discovery))
          .containsExactly(
              "too-large .gitignore: '.gitignore' has more than 2000 patterns with wildcards"
                  + " inside, so its patterns were not applied");
    }

    @Test
    void aFileWithManyPlainPatternsCounts() throws IOException {
      fixture
          .file(".gitignore", "*.json", "plain\n*.tmp\n".repeat(20_000))
          .files("a.yaml", "b.json");

      Discovery discovery = fixture.discover(".");

      assertThat(names(discovery)).containsExactly("a.yaml");
      assertThat(problems(discovery)).isEmpty();
    }

    @Test
    void aFileThatIsNoUtf8StillCounts() throws IOException {
      fixture.files("a.yaml", "b.yaml");
      Files.write(fixture.path(".gitignore"), new byte[] {(byte) 0xe9, '\n', 'a', '.', '*'});

      assertThat(names(fixture.discover("."))).containsExactly("b.yaml");
    }
  }

  @Test
  void theFolderOfGitIsOneEntry() throws IOException {
    fixture.files(".git/config.yaml", "sub/.git/x.yaml", "a.yaml");

    Discovery discovery = fixture.discover(builder -> builder.honourGitignore(false), ".");

    assertThat(names(discovery)).containsExactly("a.yaml");
    assertThat(accounted(discovery))
        .containsExactly(
            "skipped .git/: version control data", "skipped sub/.git/: version control data");
  }

  @Nested
  class ByTheUser {

    @Test
    void filesAndFoldersAreExcluded() throws IOException {
      fixture.files("a.yaml", "vendor/x.yaml", "sub/vendor/x.yaml", "sub/b.gen.yaml");

      Discovery discovery = exclude(List.of("vendor/", "*.gen.*", "!keep"), ".");

      assertThat(names(discovery)).containsExactly("a.yaml");
      assertThat(accounted(discovery))
          .containsExactly(
              "skipped sub/b.gen.yaml: excluded by pattern '*.gen.*'",
              "skipped sub/vendor/: excluded by pattern 'vendor/'",
              "skipped vendor/: excluded by pattern 'vendor/'");
      assertThat(discovery.problems()).isEmpty();
    }

    @Test
    void namedPathsAreExcludedToo() throws IOException {
      fixture.files("vendor/sub/x.yaml", "a.gen.yaml");

      Discovery discovery =
          exclude(
              List.of("/vendor", "*.gen.yaml"), "vendor/sub", "a.gen.yaml", "vendor/sub/x.yaml");

      assertThat(names(discovery)).isEmpty();
      assertThat(accounted(discovery))
          .containsExactly(
              "skipped a.gen.yaml: excluded by pattern '*.gen.yaml'",
              "skipped vendor/sub/: excluded by pattern '/vendor'",
              "skipped vendor/sub/x.yaml: excluded by pattern '/vendor'");
    }

    @Test
    void patternsAreRelativeToTheirFolder() throws IOException {
      fixture.files("conf/app/a.yaml", "app/a.yaml", "conf/b.yaml");

      Discovery discovery =
          fixture.discover(
              builder ->
                  builder.exclude(List.of("/app/", "a.yaml")).excludeBase(fixture.path("conf")),
              ".");

      assertThat(names(discovery)).containsExactly("app/a.yaml", "conf/b.yaml");
    }

    @Test
    void aPatternMayLookAtPathsFromAFolderAboveTheBase() throws IOException {
      fixture.files("infra/app/a.yaml", "infra/b.yaml");

      Discovery discovery =
          FileDiscovery.builder(fixture.path("infra"))
              .exclude(List.of("/infra/app"))
              .excludeBase(fixture.base())
              .build()
              .discover(List.of(Path.of(".")));

      assertThat(names(discovery)).containsExactly("b.yaml");
      assertThat(accounted(discovery))
          .containsExactly("skipped app/: excluded by pattern '/infra/app'");
    }

    private Discovery exclude(List<String> patterns, String... names) {
      return fixture.discover(builder -> builder.exclude(patterns), names);
    }
  }
}
