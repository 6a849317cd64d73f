package dev.seaworthy.source;

import static dev.seaworthy.source.DiscoveryFixture.accounted;
import static dev.seaworthy.source.DiscoveryFixture.assertComplete;
import static dev.seaworthy.source.DiscoveryFixture.names;
import static dev.seaworthy.source.DiscoveryFixture.problems;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDiscoveryTest {

  private static final String NOT_YAML = "not a .yaml, .yml or .json file";

  @TempDir Path temporary;
  private DiscoveryFixture fixture;

  @BeforeEach
  void createFixture() throws IOException {
    fixture = DiscoveryFixture.in(temporary);
  }

  @Test
  void findsManifestsInFoldersWhateverTheCaseOfTheirExtension() throws IOException {
    fixture.files("b.yaml", "a/z.YML", "a/b/c.Json", ".hidden/.yaml", "a-b.yaml");

    assertComplete(
        fixture.discover("."), ".hidden/.yaml", "a-b.yaml", "a/b/c.Json", "a/z.YML", "b.yaml");
  }

  @Test
  void accountsForWhatIsNoManifest() throws IOException {
    fixture.files("README.md", "a/yaml", "a/x.yaml.tmpl", "a/chart.tgz");

    Discovery discovery = fixture.discover(".");

    assertThat(names(discovery)).isEmpty();
    assertThat(accounted(discovery))
        .containsExactly(
            "skipped README.md: " + NOT_YAML,
            "skipped a/chart.tgz: " + NOT_YAML,
            "skipped a/x.yaml.tmpl: " + NOT_YAML,
            "skipped a/yaml: " + NOT_YAML);
    assertThat(discovery.problems()).isEmpty();
  }

  @Test
  void aNamedFileIsASourceWhateverItsName() throws IOException {
    fixture.files("deployment.yaml.tmpl", "Makefile");

    assertComplete(
        fixture.discover("deployment.yaml.tmpl", "Makefile"), "Makefile", "deployment.yaml.tmpl");
  }

  @Test
  void opensAFileWhenItsSourceIsRead() throws IOException {
    fixture.file("a/x.yaml", "old");
    Discovery walked = fixture.discover(".");
    Discovery named = fixture.discover("a/x.yaml");

    fixture.file("a/x.yaml", "changed");

    assertThat(walked.sources().get(0).read(100)).asString(UTF_8).isEqualTo("changed");
    assertThat(named.sources().get(0).read(100)).asString(UTF_8).isEqualTo("changed");
  }

  @Test
  void readsOneByteBeyondTheLimit() throws IOException {
    fixture.file("x.yaml", "0123456789");

    for (String root : new String[] {".", "x.yaml"}) {
      Source source = fixture.discover(root).sources().get(0);
      assertThat(source.read(4)).asString(UTF_8).isEqualTo("01234");
      assertThat(source.read(Integer.MAX_VALUE)).hasSize(10);
    }
  }

  @Test
  void aFileThatVanishesSaysSoWhenItIsRead() throws IOException {
    fixture.files("a/x.yaml");
    Source walked = fixture.discover(".").sources().get(0);
    Source named = fixture.discover("a/x.yaml").sources().get(0);

    Files.delete(fixture.path("a/x.yaml"));

    for (Source source : new Source[] {walked, named}) {
      assertThatIOException()
          .isThrownBy(() -> source.read(10))
          .withMessage("no such file or folder");
    }
  }

  @Test
  void namesAreRelativeToTheBase() throws IOException {
    fixture.files("work/here/a.yaml", "work/b.yaml", "other/c.yaml");
    DiscoveryFixture work = new DiscoveryFixture(fixture.path("work"));

    assertComplete(work.discover("."), "b.yaml", "here/a.yaml");
    assertComplete(work.discover("./here/../here"), "here/a.yaml");
    assertComplete(work.discover(fixture.path("work/here").toString()), "here/a.yaml");
    assertComplete(work.discover("../other"), "../other/c.yaml");
  }

  @Test
  void namesAreRelativeToTheBaseAlsoIfTheWalkStartsAboveIt() throws IOException {
    fixture.files("x/app/here/a.yaml", "x/app/b.yaml", "x/apple/c.yaml", "d.yaml");
    DiscoveryFixture work = new DiscoveryFixture(fixture.path("x/app"));

    assertComplete(
        work.discover("../.."), "../../d.yaml", "../apple/c.yaml", "b.yaml", "here/a.yaml");
    assertComplete(
        work.discover(fixture.path("x").toString()),
        NamedRoot.slashed(fixture.path("x/apple/c.yaml")),
        "b.yaml",
        "here/a.yaml");
  }

  @Test
  void anAbsolutePathOutsideTheBaseStaysAbsolute() throws IOException {
    fixture.files("work/", "other/c.yaml");
    DiscoveryFixture work = new DiscoveryFixture(fixture.path("work"));

    assertComplete(
        work.discover(fixture.path("other").toString()),
        NamedRoot.slashed(fixture.path("other/c.yaml")));
  }

  @Test
  void overlappingPathsGiveEachFileOnce() throws IOException {
    fixture.files("a/b/x.yaml", "a/y.yaml");

    assertComplete(fixture.discover("a", "a/b"), "a/b/x.yaml", "a/y.yaml");
    assertComplete(fixture.discover("a/b", "a"), "a/b/x.yaml", "a/y.yaml");
    assertComplete(fixture.discover("a/b/x.yaml", "./a", "a", "."), "a/b/x.yaml", "a/y.yaml");
    assertComplete(
        fixture.discover("a/y.yaml", "./a/y.yaml", "a/../a/y.yaml", fixture.path("a/y.yaml") + ""),
        "a/y.yaml");
  }

  @Test
  void theOrderOfPathsDoesNotMatter() throws IOException {
    fixture.files("a/x.yaml", "a/n.txt", "b/x.yaml", "b/n.txt");

    Discovery one = fixture.discover("b", "a");
    Discovery other = fixture.discover("a", "b");

    assertThat(names(one)).isEqualTo(names(other)).containsExactly("a/x.yaml", "b/x.yaml");
    assertThat(one.accounted()).isEqualTo(other.accounted()).hasSize(2);
  }

  @Test
  void aPathThatDoesNotExistIsAProblem() throws IOException {
    fixture.files("a.yaml");

    Discovery discovery = fixture.discover("missing/x", "a.yaml", "./missing/x");

    assertThat(names(discovery)).containsExactly("a.yaml");
    assertThat(accounted(discovery)).containsExactly("failed missing/x: no such file or folder");
    assertThat(discovery.problems())
        .containsExactly(
            Problem.of(
                ProblemKind.NOT_READABLE,
                "missing/x",
                "'missing/x' could not be read: no such file or folder",
                "Check the spelling of the path."));
  }

  @Test
  void aPathBelowAFileIsAProblem() throws IOException {
    fixture.files("a.yaml");

    Discovery discovery = fixture.discover("a.yaml/b.yaml");

    assertThat(problems(discovery))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("not-readable a.yaml/");
    assertThat(discovery.accounted()).hasSize(1);
  }

  @Test
  void nothingNamedAndNothingThereGiveNothing() {
    assertComplete(fixture.discover());
    assertComplete(fixture.discover("."));
  }

  @Test
  void wantsAbsoluteFolders() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FileDiscovery.builder(Path.of("a")))
        .withMessage("'a' is not an absolute path");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FileDiscovery.builder(temporary).excludeBase(Path.of("a")));
  }

  @Test
  void aVeryDeepTreeIsWalked() throws IOException {
    String folder = "d/".repeat(1_000);
    fixture.files(folder + "x.yaml");

    Discovery discovery = fixture.discover(".");

    assertComplete(discovery, folder + "x.yaml");
    assertThat(discovery.sources().get(0).read(5)).hasSize(6);
    deleteUpwards(fixture.path(folder + "x.yaml"));
  }

  /** The clean-up of a temporary folder would take long to delete so deep a tree. */
  private void deleteUpwards(Path lowest) throws IOException {
    for (Path path = lowest; !path.equals(fixture.base()); path = path.getParent()) {
      Files.delete(path);
    }
  }

  @Test
  void manyFilesAreFoundInOrder() throws IOException {
    Files.createDirectory(fixture.path("many"));
    for (int i = 0; i < 2_000; i++) {
      Files.createFile(fixture.path("many/" + i + (i % 2 == 0 ? ".yaml" : ".txt")));
    }

    Discovery discovery = fixture.discover("many");

    assertThat(names(discovery)).hasSize(1_000).isSorted();
    assertThat(discovery.accounted()).hasSize(1_000).isSorted();
  }
}
