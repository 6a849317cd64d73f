package dev.seaworthy.source;

import static dev.seaworthy.source.DiscoveryFixture.accounted;
import static dev.seaworthy.source.DiscoveryFixture.assertComplete;
import static dev.seaworthy.source.DiscoveryFixture.names;
import static dev.seaworthy.source.DiscoveryFixture.problems;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SymbolicLinkDiscoveryTest {

  private static final String OUTSIDE = "symbolic link leads outside the named paths";

  @TempDir Path temporary;
  private DiscoveryFixture fixture;

  @BeforeEach
  void createFixture() throws IOException {
    fixture = DiscoveryFixture.in(temporary);
    try {
      fixture.link("probe", "nowhere");
      Files.delete(fixture.path("probe"));
    } catch (IOException | UnsupportedOperationException e) {
      abort("symbolic links cannot be created here: " + e);
    }
  }

  @Test
  void aLinkToWhatIsAnalysedAnywayIsSkipped() throws IOException {
    fixture
        .files("a/x.yaml", "a/sub/y.yaml")
        .link("a/file.yaml", "x.yaml")
        .link("a/folder", "sub")
        .link("b/other.yaml", "../a/x.yaml");

    Discovery discovery = fixture.discover("a", "b");

    assertThat(names(discovery)).containsExactly("a/sub/y.yaml", "a/x.yaml");
    assertThat(accounted(discovery))
        .containsExactly(
            "skipped a/file.yaml: symbolic link to 'a/x.yaml', which is analysed in its own place",
            "skipped a/folder: symbolic link to 'a/sub/', which is analysed in its own place",
            "skipped b/other.yaml: symbolic link to 'a/x.yaml', which is analysed in its own place");
    assertThat(discovery.problems()).isEmpty();
  }

  @Test
  void aLinkToWhatIsPassedOverDoesNotClaimThatItIsAnalysed() throws IOException {
    fixture
        .file(".gitignore", "out/")
        .files("out/x.yaml", "y.tmpl")
        .link("x.yaml", "out/x.yaml")
        .link("y.yaml", "y.tmpl");

    assertThat(accounted(fixture.discover(".")))
        .contains(
            "skipped x.yaml: symbolic link to 'out/x.yaml', which is accounted for in its own place",
            "skipped y.yaml: symbolic link to 'y.tmpl', which is accounted for in its own place");
  }

  @Test
  void aLinkOutOfTheNamedPathsIsNotFollowed() throws IOException {
    fixture
        .files("secret/x.yaml", "a/y.yaml")
        .link("a/file.yaml", "../secret/x.yaml")
        .link("a/folder", "../secret")
        .link("a/up", "..");

    Discovery discovery = fixture.discover("a");

    assertThat(names(discovery)).containsExactly("a/y.yaml");
    assertThat(accounted(discovery))
        .containsExactly(
            "skipped a/file.yaml: " + OUTSIDE,
            "skipped a/folder: " + OUTSIDE,
            "skipped a/up: " + OUTSIDE);
    assertThat(discovery.problems()).isEmpty();
  }

  @Test
  void aLinkThatLeadsNowhereIsAProblemIfItLooksLikeAManifest() throws IOException {
    fixture.link("a.yaml", "gone.yaml").link("b.txt", "gone").link("c", "gone");

    Discovery discovery = fixture.discover(".");

    assertThat(accounted(discovery))
        .containsExactly(
            "failed a.yaml: symbolic link that leads nowhere",
            "skipped b.txt: symbolic link that leads nowhere",
            "skipped c: symbolic link that leads nowhere");
    assertThat(problems(discovery))
        .containsExactly(
            "not-readable a.yaml: 'a.yaml' could not be read: symbolic link that leads nowhere");
  }

  @Test
  void circlesAreSurvived() throws IOException {
    fixture
        .files("a/x.yaml")
        .link("a/self", ".")
        .link("a/b/up", "..")
        .link("one.yaml", "two.yaml")
        .link("two.yaml", "one.yaml");

    Discovery discovery =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> fixture.discover("."));

    assertThat(names(discovery)).containsExactly("a/x.yaml");
    assertThat(accounted(discovery))
        .contains(
            "skipped a/b/up: symbolic link to 'a/', which is analysed in its own place",
            "skipped a/self: symbolic link to 'a/', which is analysed in its own place");
    assertThat(problems(discovery))
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem).contains("symbolic links"));
  }

  @Test
  void aNamedLinkIsFollowed() throws IOException {
    fixture
        .files("elsewhere/x.yaml", "elsewhere/sub/y.yaml", "elsewhere/note.txt")
        .link("work/folder", "../elsewhere")
        .link("work/file", "../elsewhere/x.yaml");
    DiscoveryFixture work = new DiscoveryFixture(fixture.path("work"));

    Discovery folder = work.discover("folder");
    Discovery file = work.discover("file");

    assertThat(names(folder)).containsExactly("folder/sub/y.yaml", "folder/x.yaml");
    assertThat(folder.sources().get(1).read(100)).asString(UTF_8).isEqualTo("elsewhere/x.yaml");
    assertComplete(file, "file");
    assertThat(file.sources().get(0).read(100)).asString(UTF_8).isEqualTo("elsewhere/x.yaml");
  }

  @Test
  void whatANamedLinkLeadsToIsAnalysedOnce() throws IOException {
    fixture.files("a/x.yaml", "a/sub/y.yaml").link("file.yaml", "a/x.yaml").link("folder", "a/sub");

    Discovery discovery = fixture.discover(".", "file.yaml", "folder");

    assertThat(names(discovery)).containsExactly("file.yaml", "folder/y.yaml");
    assertThat(accounted(discovery))
        .containsExactly(
            "skipped a/sub/: the same as 'folder', which was named too",
            "skipped a/x.yaml: the same as 'file.yaml', which was named too");
  }

  @Test
  void aFileThatIsNamedTwiceInDifferentWordsIsAnalysedOnce() throws IOException {
    fixture.files("a.yaml").link("b.yaml", "a.yaml");

    Discovery discovery = fixture.discover("a.yaml", "b.yaml", "b.yaml");

    assertThat(names(discovery)).containsExactly("a.yaml");
    assertThat(accounted(discovery))
        .containsExactly("skipped b.yaml: the same as 'a.yaml', which was named too");
  }

  @Test
  void aPathBackOutOfALinkMeansWhatTheFileSystemMeans() throws IOException {
    fixture.files("x.yaml", "other/x.yaml", "other/inner/").link("link", "other/inner");

    Discovery discovery = fixture.discover("link/../x.yaml");

    assertThat(names(discovery)).containsExactly("other/x.yaml");
    assertThat(discovery.sources().get(0).read(100)).asString(UTF_8).isEqualTo("other/x.yaml");
  }

  @Test
  void aNamedLinkThatLeadsNowhereIsAProblem() throws IOException {
    fixture.link("a", "gone");

    assertThat(problems(fixture.discover("a")))
        .containsExactly("not-readable a: 'a' could not be read: symbolic link that leads nowhere");
  }

  @Test
  void aLinkIsNoFolderForAPattern() throws IOException {
    fixture.file(".gitignore", "out/").files("real/x.yaml").link("out", "real");

    assertThat(accounted(fixture.discover(".")))
        .contains("skipped out: symbolic link to 'real/', which is analysed in its own place");
  }

  @Test
  void anIgnoredLinkIsIgnored() throws IOException {
    fixture.link("out.yaml", "gone").file(".gitignore", "out.yaml");

    Discovery discovery = fixture.discover(".");

    assertThat(accounted(discovery))
        .contains("skipped out.yaml: ignored by pattern 'out.yaml' in .gitignore, line 1");
    assertThat(discovery.problems()).isEmpty();
  }

  @Test
  void aLinkedGitignoreIsNotRead() throws IOException {
    fixture.file("patterns", "*.yaml").files("a/x.yaml").link("a/.gitignore", "../patterns");

    assertThat(names(fixture.discover("a"))).containsExactly("a/x.yaml");
  }

  @Test
  void aFileThatBecameALinkIsNotRead() throws IOException {
    fixture.files("secret.yaml", "a/x.yaml");
    Source source = fixture.discover("a").sources().get(0);

    Files.delete(fixture.path("a/x.yaml"));
    fixture.link("a/x.yaml", "../secret.yaml");

    assertThatIOException()
        .isThrownBy(() -> source.read(100))
        .withMessage("no longer a regular file");
  }

  @Test
  void aFileInAFolderThatBecameALinkIsNotRead() throws IOException {
    fixture.files("secret/deep/x.yaml", "a/sub/deep/x.yaml");
    Source source = fixture.discover("a").sources().get(0);
    assertThat(source.read(100)).asString(UTF_8).isEqualTo("a/sub/deep/x.yaml");

    Files.move(fixture.path("a/sub"), fixture.path("moved"));
    fixture.link("a/sub", "../secret");

    assertThatIOException().isThrownBy(() -> source.read(100));
  }

  @Test
  void aPipeIsNeverOpened() throws Exception {
    fixture.files("a.yaml", "was-a-file.yaml");
    makePipe("pipe.yaml");
    Discovery walked =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> fixture.discover("."));
    Discovery named =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> fixture.discover("pipe.yaml"));

    assertThat(names(walked)).containsExactly("a.yaml", "was-a-file.yaml");
    assertThat(accounted(walked)).containsExactly("skipped pipe.yaml: not a regular file");
    assertThat(walked.problems()).isEmpty();
    assertThat(accounted(named)).containsExactly("failed pipe.yaml: not a regular file");
    assertThat(problems(named))
        .containsExactly("not-readable pipe.yaml: 'pipe.yaml' is not a regular file");

    Files.delete(fixture.path("was-a-file.yaml"));
    makePipe("was-a-file.yaml");
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThatIOException()
                .isThrownBy(() -> walked.sources().get(1).read(10))
                .withMessage("no longer a regular file"));
  }

  private void makePipe(String name) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(List.of("mkfifo", fixture.path(name).toString())).start();
      if (process.waitFor() != 0) {
        abort("mkfifo made no named pipe");
      }
    } catch (IOException e) {
      abort("there is no mkfifo to make a named pipe: " + e.getMessage());
    }
  }
}
