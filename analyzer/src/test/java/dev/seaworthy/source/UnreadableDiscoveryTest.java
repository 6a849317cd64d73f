package dev.seaworthy.source;

import static dev.seaworthy.source.DiscoveryFixture.accounted;
import static dev.seaworthy.source.DiscoveryFixture.names;
import static dev.seaworthy.source.DiscoveryFixture.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableDiscoveryTest {

  @TempDir Path temporary;
  private DiscoveryFixture fixture;

  @BeforeEach
  void createFixture() throws IOException {
    fixture = DiscoveryFixture.in(temporary);
  }

  @Test
  void aFolderThatCannotBeListedIsAProblemAndTheRestIsFound() throws IOException {
    fixture.files("a/x.yaml", "locked/y.yaml", "z/z.yaml");

    Discovery discovery = fixture.discover(builder -> builder.listing(failingAt("locked")), ".");

    assertThat(names(discovery)).containsExactly("a/x.yaml", "z/z.yaml");
    assertThat(accounted(discovery)).containsExactly("failed locked/: permission denied");
    assertThat(discovery.problems())
        .containsExactly(
            Problem.of(
                ProblemKind.NOT_READABLE,
                "locked/",
                "'locked/' could not be read: permission denied",
                "Give the user who runs the analysis the right to read it, or exclude it."));
  }

  @Test
  void aNamedFolderThatCannotBeListedIsAProblem() throws IOException {
    Discovery discovery = fixture.discover(builder -> builder.listing(failingAt("")), ".");

    assertThat(accounted(discovery)).containsExactly("failed ./: permission denied");
    assertThat(discovery.problems()).hasSize(1);
  }

  @Test
  void anEntryThatVanishesDuringTheWalkIsAProblem() throws IOException {
    fixture.files("a.yaml", "b.yaml");
    FolderListing vanishing =
        folder -> {
          List<Path> entries = FolderListing.OF_FILE_SYSTEM.list(folder);
          Files.delete(fixture.path("a.yaml"));
          return entries;
        };

    Discovery discovery = fixture.discover(builder -> builder.listing(vanishing), ".");

    assertThat(names(discovery)).containsExactly("b.yaml");
    assertThat(accounted(discovery)).containsExactly("failed a.yaml: no such file or folder");
    assertThat(discovery.problems()).hasSize(1);
  }

  @Test
  void whatTheUserMayNotReadIsAProblem() throws IOException {
    fixture.files("locked/x.yaml", "y.yaml");
    assumeTrue(
        Files.getFileStore(fixture.base()).supportsFileAttributeView("posix"),
        "this file system has no permissions to take away");
    Files.setPosixFilePermissions(
        fixture.path("y.yaml"), PosixFilePermissions.fromString("---------"));
    assumeFalse(
        Files.isReadable(fixture.path("y.yaml")),
        "this user may read everything; the other tests of this class stand in");
    Files.setPosixFilePermissions(
        fixture.path("locked"), PosixFilePermissions.fromString("---------"));
    try {
      Discovery discovery = fixture.discover(".");

      assertThat(problems(discovery))
          .containsExactly("not-readable locked/: 'locked/' could not be read: permission denied");
      assertThat(names(discovery)).containsExactly("y.yaml");
      assertThatIOException()
          .isThrownBy(() -> discovery.sources().get(0).read(10))
          .withMessage("permission denied");
    } finally {
      Files.setPosixFilePermissions(
          fixture.path("locked"), PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aFailureToReadIsExplainedWithoutThePathsOfTheMachine() {
    Source source =
        new FileSource(
            "a.yaml",
            () -> {
              throw new AccessDeniedException("/home/someone/a.yaml");
            });

    assertThatIOException()
        .isThrownBy(() -> source.read(10))
        .withMessage("permission denied")
        .withCauseInstanceOf(AccessDeniedException.class);
  }

  @Test
  void reasonsAreInWords() {
    assertThat(NotReadable.reason(new NoSuchFileException("/x")))
        .isEqualTo("no such file or folder");
    assertThat(NotReadable.reason(new FileSystemException("/x", null, "Input/output error")))
        .isEqualTo("input/output error");
    assertThat(NotReadable.reason(new FileSystemException("/x"))).isEqualTo("FileSystemException");
    assertThat(NotReadable.reason(new IOException("Stale handle"))).isEqualTo("stale handle");
    assertThat(NotReadable.reason(new IOException())).isEqualTo("IOException");
  }

  private FolderListing failingAt(String name) {
    return folder -> {
      if (folder.equals(fixture.path(name))) {
        throw new AccessDeniedException(folder.toString());
      }
      return FolderListing.OF_FILE_SYSTEM.list(folder);
    };
  }
}
