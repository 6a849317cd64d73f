package dev.seaworthy.rego.bundle;

import static dev.seaworthy.rego.bundle.PolicyFolder.modules;
import static dev.seaworthy.rego.bundle.PolicyFolder.paths;
import static dev.seaworthy.rego.bundle.PolicyFolder.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seaworthy.rego.syntax.RegoVersion;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyReaderTest {

  @TempDir private Path temp;
  private PolicyFolder folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = new PolicyFolder(temp.toRealPath());
  }

  @Test
  void findsModulesAnywhereBelowAFolder() throws IOException {
    folder.file("p/a.rego", "package a\n").file("p/x/y/b.rego", "package b\n").file("p/c.txt", "");
    PolicyFiles files = folder.files("p");
    assertThat(files.modules())
        .containsExactly(
            new PolicyModule("p/a.rego", "package a\n", RegoVersion.V1),
            new PolicyModule("p/x/y/b.rego", "package b\n", RegoVersion.V1));
    assertThat(files.problems()).isEmpty();
  }

  @Test
  void putsDataUnderThePathOfItsFolder() throws IOException {
    folder
        .file("p/top.json", "{\"t\": 1}")
        .file("p/x/data.yaml", "k: [1]")
        .file("p/x/y/more.yml", "l: 2");
    assertThat(folder.files("p").data())
        .hasToString("{\"t\": 1, \"x\": {\"k\": [1], \"y\": {\"l\": 2}}}");
  }

  @Test
  void takesOnlyDataFilesOfABundleForData() throws IOException {
    folder
        .file("p/a.rego", "package a\n")
        .file("p/x/data.json", "{\"k\": 1}")
        .file("p/x/other.json", "{\"o\": 1}")
        .file("p/x/deployment.yaml", "kind: Deployment\n---\nkind: Service\n");
    PolicyFiles files = folder.bundles("p");
    assertThat(files.data()).hasToString("{\"x\": {\"k\": 1}}");
    assertThat(files.problems()).isEmpty();
  }

  @Test
  void putsNamedDataFilesAtTheTop() throws IOException {
    folder.file("p/x/d.json", "{\"k\": 1}").file("q/y/e.yaml", "l: 2");
    assertThat(folder.files("p/x/d.json").data()).hasToString("{\"k\": 1}");
    assertThat(folder.reader().documents(paths("p", "q")).read().data())
        .hasToString("{\"k\": 1, \"l\": 2}");
  }

  @Test
  void keepsNumbersExact() throws IOException {
    folder.file("d.json", "{\"a\": 12345678901234567890123, \"b\": 1.10, \"c\": 1e400}");
    assertThat(folder.files("d.json").data())
        .hasToString("{\"a\": 12345678901234567890123, \"b\": 1.10, \"c\": 1e400}");
  }

  @Test
  void leavesOutTestsUnlessTheyAreNamed() throws IOException {
    folder.file("p/a.rego", "package a\n").file("p/a_test.rego", "package a_test\n");
    assertThat(modules(folder.files("p"))).containsExactly("p/a.rego", "p/a_test.rego");
    PolicyReader reader = folder.reader().withoutTests();
    assertThat(modules(reader.files(paths("p")).read())).containsExactly("p/a.rego");
    assertThat(modules(reader.bundles(paths("p/a_test.rego")).read())).contains("p/a_test.rego");
  }

  @Test
  void namesBothFilesThatDefineTheSamePath() throws IOException {
    folder
        .file("p/a.json", "{\"x\": {\"k\": 1, \"l\": 1}}")
        .file("p/x/b.yaml", "k: 2\nm: 3\n")
        .file("p/z.json", "{\"z\": 1}");
    PolicyFiles files = folder.files("p");
    assertThat(problems(files))
        .containsExactly("p/x/b.yaml: 'p/a.json' and 'p/x/b.yaml' both define data.x.k");
    assertThat(files.data()).hasToString("{\"x\": {\"k\": 1, \"l\": 1}, \"z\": 1}");
  }

  @Test
  void readsAFileThatIsNamedTwiceOnce() throws IOException {
    folder.file("p/a.json", "{\"k\": 1}");
    PolicyFiles files = folder.files("p", "p/a.json");
    assertThat(problems(files)).isEmpty();
    assertThat(files.data()).hasToString("{\"k\": 1}");
  }

  @Test
  void seesAConflictBetweenAValueAndAnObject() throws IOException {
    folder.file("p/x.json", "{\"x\": [1]}").file("p/x/y.json", "{\"k\": 2}");
    assertThat(problems(folder.files("p")))
        .containsExactly("p/x/y.json: 'p/x.json' and 'p/x/y.json' both define data.x");
  }

  @Test
  void refusesDataThatIsNoObjectAtTheTop() throws IOException {
    folder.file("a.json", "[1]").file("b.yaml", "# nothing\n").file("x/c.json", "[1]");
    assertThat(problems(folder.files("a.json", "b.yaml")))
        .containsExactly(
            "a.json: the data in 'a.json' is no object but array",
            "b.yaml: the data in 'b.yaml' is no object but null");
    assertThat(folder.reader().files(List.of(folder.path())).read().data())
        .hasToString("{\"x\": [1]}");
  }

  @Test
  void pointsAtWhatIsWrongInDataFiles() throws IOException {
    folder
        .file("p/bad.json", "{\n  \"a\": 1,\n  \"b\" 2\n}")
        .file("p/bad.yaml", "a: [1\nb: 2\n")
        .file("p/two.yaml", "a: 1\n---\nb: 2\n")
        .file("p/trailing.json", "{} {}")
        .file("p/good.json", "{\"g\": 1}");
    PolicyFiles files = folder.files("p");
    assertThat(problems(files))
        .hasSize(4)
        .anySatisfy(problem -> assertThat(problem).startsWith("p/bad.json:3:").contains("no JSON"))
        .anySatisfy(problem -> assertThat(problem).startsWith("p/bad.yaml:2:"))
        .contains("p/two.yaml:3:1: a data file with more than one document")
        .anySatisfy(problem -> assertThat(problem).startsWith("p/trailing.json:1:"));
    assertThat(files.problems()).extracting(Problem::kind).containsOnly(ProblemKind.POLICY_ERROR);
    assertThat(files.data()).hasToString("{\"g\": 1}");
  }

  @Test
  void saysWhatIsNotThere() {
    assertThat(problems(folder.files("nope", "nope.rego")))
        .containsExactly(
            "nope: 'nope' could not be read: no such file or folder",
            "nope.rego: 'nope.rego' could not be read: no such file or folder");
  }

  @Test
  void saysWhatIsNoPolicy() throws IOException {
    folder.file("notes.txt", "x");
    assertThat(problems(folder.files("notes.txt")))
        .containsExactly("notes.txt: 'notes.txt' is no policy");
  }

  @Test
  void refusesBytesThatAreNoText() throws IOException {
    Files.createDirectories(temp.resolve("p"));
    Files.write(temp.resolve("p/a.rego"), new byte[] {'p', 0, 1});
    Files.write(temp.resolve("p/b.rego"), new byte[] {'p', '\n', 'x', (byte) 0xff});
    folder.file("p/c.rego", "package c\n");
    PolicyFiles files = folder.files("p");
    assertThat(problems(files))
        .containsExactly(
            "p/a.rego: 'p/a.rego' is binary, not text",
            "p/b.rego:2:2: byte 0xff is not valid UTF-8");
    assertThat(modules(files)).containsExactly("p/c.rego");
  }

  @Test
  void refusesAFileBeyondTheLimit() throws IOException {
    folder.file("p/a.rego", "package a\n# " + "x".repeat(100)).file("p/b.rego", "package b\n");
    PolicyFiles files =
        folder.reader().limits(new PolicyLimits(50, 1000, 10)).files(paths("p")).read();
    assertThat(problems(files)).containsExactly("p/a.rego: 'p/a.rego' is larger than 50 bytes");
    assertThat(modules(files)).containsExactly("p/b.rego");
  }

  @Test
  void doesNotFollowALinkOutOfTheFolder() throws IOException {
    folder.file("secret/s.rego", "package s\n").file("p/a.rego", "package a\n");
    Files.createSymbolicLink(temp.resolve("p/link.rego"), Path.of("../secret/s.rego"));
    Files.createSymbolicLink(temp.resolve("p/dir"), Path.of("../secret"));
    PolicyFiles files = folder.files("p");
    assertThat(problems(files))
        .containsExactly(
            "p/dir: symbolic link 'p/dir' leads out of 'p' and is not followed",
            "p/link.rego: symbolic link 'p/link.rego' leads out of 'p' and is not followed");
    assertThat(modules(files)).containsExactly("p/a.rego");
  }

  @Test
  void passesOverLinksToWhatTheFolderHoldsAnyway() throws IOException {
    folder.file("p/a.rego", "package a\n");
    Files.createSymbolicLink(temp.resolve("p/again.rego"), Path.of("a.rego"));
    Files.createSymbolicLink(temp.resolve("p/loop"), Path.of("."));
    PolicyFiles files = folder.files("p");
    assertThat(problems(files)).isEmpty();
    assertThat(modules(files)).containsExactly("p/a.rego");
  }

  @Test
  void reportsLinksThatLeadNowhere() throws IOException {
    folder.file("p/a.rego", "package a\n");
    Files.createSymbolicLink(temp.resolve("p/gone.rego"), Path.of("none.rego"));
    Files.createSymbolicLink(temp.resolve("p/self.rego"), Path.of("self.rego"));
    PolicyFiles files = folder.files("p");
    assertThat(problems(files))
        .hasSize(2)
        .anySatisfy(problem -> assertThat(problem).contains("p/gone.rego").contains("nowhere"))
        .anySatisfy(problem -> assertThat(problem).contains("p/self.rego"));
    assertThat(modules(files)).containsExactly("p/a.rego");
  }

  @Test
  void reportsAFileThatItMayNotRead() throws IOException {
    folder.file("p/a.rego", "package a\n").file("p/b.rego", "package b\n");
    Path file = temp.resolve("p/a.rego");
    assumeTrue(
        file.toFile().setReadable(false) && !Files.isReadable(file),
        "this user reads every file, so there is nothing to refuse");
    PolicyFiles files = folder.files("p");
    assertThat(problems(files))
        .containsExactly("p/a.rego: 'p/a.rego' could not be read: permission denied");
    assertThat(modules(files)).containsExactly("p/b.rego");
  }

  @Test
  void readsAgainFromTheStart() throws IOException {
    folder.file("p/a.json", "{\"a\": 1}");
    PolicyReader reader = folder.reader().files(paths("p"));
    assertThat(reader.read()).isEqualTo(reader.read());
  }

  @Test
  void stripsAByteOrderMark() throws IOException {
    Files.write(temp.resolve("a.rego"), "\uFEFFpackage a".getBytes(StandardCharsets.UTF_8));
    assertThat(folder.files("a.rego").modules().get(0).text()).isEqualTo("package a");
  }
}
