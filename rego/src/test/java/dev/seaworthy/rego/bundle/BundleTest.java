package dev.seaworthy.rego.bundle;

import static dev.seaworthy.rego.bundle.PolicyFolder.modules;
import static dev.seaworthy.rego.bundle.PolicyFolder.paths;
import static dev.seaworthy.rego.bundle.PolicyFolder.problems;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.rego.syntax.RegoVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {

  private static final String A = "package a\n";

  @TempDir private Path temp;
  private PolicyFolder folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = new PolicyFolder(temp.toRealPath());
  }

  @Test
  void readsModulesAndDataOfAnArchive() throws IOException {
    PolicyFiles files =
        folder.bundle(
            new TarGz()
                .file("/data.json", "{\"k\": 1}")
                .file("./x/data.yaml", "l: 2")
                .file("x/deep/a.rego", A));
    assertThat(files.modules())
        .containsExactly(new PolicyModule("b.tar.gz!/x/deep/a.rego", A, RegoVersion.V1));
    assertThat(files.data()).hasToString("{\"k\": 1, \"x\": {\"l\": 2}}");
    assertThat(files.problems()).isEmpty();
  }

  @Test
  void readsLongNames() throws IOException {
    String name = "d".repeat(60) + "/" + "e".repeat(80) + ".rego";
    byte[] record = (name.length() + 10 + " path=" + name + "\n").getBytes();
    byte[] gnu = (name + "\0").getBytes();
    assertThat(
            modules(folder.bundle(new TarGz().entry("pax", 'x', "", record).file("short.rego", A))))
        .containsExactly("b.tar.gz!/" + name);
    assertThat(
            modules(
                folder.bundle(
                    new TarGz().entry("././@LongLink", 'L', "", gnu).file("short.rego", A))))
        .containsExactly("b.tar.gz!/" + name);
  }

  @Test
  void readsArchivesThatLieInAFolderOfFiles() throws IOException {
    Files.createDirectories(temp.resolve("p"));
    new TarGz().file("a.rego", A).write(temp.resolve("p/b.tar.gz"));
    assertThat(modules(folder.files("p"))).containsExactly("p/b.tar.gz!/a.rego");
    assertThat(modules(folder.bundles("p"))).isEmpty();
  }

  @Test
  void leavesTestsInBundlesOutToo() throws IOException {
    new TarGz().file("a_test.rego", A).write(temp.resolve("b.tar.gz"));
    assertThat(modules(folder.reader().withoutTests().bundles(paths("b.tar.gz")).read())).isEmpty();
  }

  @Test
  void choosesTheGrammarAsTheManifestSays() throws IOException {
    folder
        .file(
            "p/.manifest",
            "{\"rego_version\": 0, \"file_rego_versions\": {\"/x/b.rego\": 1, \"/y/*.rego\": 1}}")
        .file("p/a.rego", A)
        .file("p/x/b.rego", A)
        .file("p/y/c.rego", A);
    assertThat(folder.bundles("p").modules())
        .extracting(PolicyModule::version)
        .containsExactly(RegoVersion.V0, RegoVersion.V1, RegoVersion.V1);
  }

  @Test
  void choosesTheGrammarOfTheReaderWithoutAManifest() throws IOException {
    folder.file("p/a.rego", A);
    assertThat(folder.reader().version(RegoVersion.V0).bundles(paths("p")).read().modules())
        .extracting(PolicyModule::version)
        .containsExactly(RegoVersion.V0);
  }

  @Test
  void refusesRootsWithoutEnd() throws IOException {
    String roots =
        IntStream.rangeClosed(0, 1000).mapToObj(i -> "\"r" + i + "\"").collect(joining(","));
    folder.file("p/.manifest", "{\"roots\": [" + roots + "]}").file("p/a.rego", A);
    assertThat(problems(folder.bundles("p")))
        .containsExactly("p/.manifest: the manifest has more than 1000 roots");
  }

  @Test
  void refusesWhatLiesOutsideTheRoots() throws IOException {
    PolicyFiles files =
        folder.bundle(
            new TarGz()
                .file(".manifest", "{\"roots\": [\"a\", \"/c/d/\"]}")
                .file("a.rego", "package a.b\n")
                .file("e.rego", "package e\n")
                .file("data.json", "{\"a\": {\"x\": 1}, \"c\": {\"d\": 1}}")
                .file("c/data.json", "{\"z\": 1}"));
    assertThat(problems(files))
        .containsExactly(
            "b.tar.gz!/c/data.json: data at 'c/z' is outside the manifest's roots (a, c/d)",
            "b.tar.gz!/e.rego: package 'e' is outside the manifest's roots (a, c/d)");
    assertThat(modules(files)).containsExactly("b.tar.gz!/a.rego");
    assertThat(files.data()).hasToString("{\"a\": {\"x\": 1}, \"c\": {\"d\": 1}}");
  }

  @Test
  void readsNothingOfABundleWithABrokenManifest() throws IOException {
    folder.file("p/a.rego", A).file("q/b.rego", A);
    for (String manifest :
        List.of(
            "{\"roots\": ",
            "[]",
            "{\"roots\": [\"a\", \"a/b\"]}",
            "{\"rego_version\": 7}",
            "{\"roots\": [1]}",
            "{\"wasm\": [{}]}")) {
      folder.file("p/.manifest", manifest);
      PolicyFiles files = folder.bundles("p", "q");
      assertThat(problems(files)).as(manifest).singleElement().asString().startsWith("p/.manifest");
      assertThat(modules(files)).as(manifest).containsExactly("q/b.rego");
    }
  }

  @Test
  void handsOutWasmModulesWithTheirEntrypoints() throws IOException {
    PolicyFiles files =
        folder.bundle(
            new TarGz()
                .file(
                    ".manifest",
                    "{\"wasm\": [{\"entrypoint\": \"a/deny\", \"module\": \"/policy.wasm\"}]}")
                .file("policy.wasm", "\0asm")
                .file("a.rego", "package a\n\nimport data.a.deny\n")
                .file("data.json", "{\"k\": 1}"));
    assertThat(files.wasm()).hasSize(1);
    WasmBundle bundle = files.wasm().get(0);
    assertThat(bundle.file()).isEqualTo("b.tar.gz!/policy.wasm");
    assertThat(bundle.module()).isEqualTo(new byte[] {0, 'a', 's', 'm'});
    assertThat(bundle.entrypoints()).containsExactly("a/deny");
    assertThat(bundle.data()).hasToString("{\"k\": 1}");
    assertThat(files.modules()).isEmpty();
    assertThat(files.data()).hasToString("{}");
    assertThat(files.problems()).isEmpty();
  }

  @Test
  void saysThatAPlanIsNotSupported() throws IOException {
    assertThat(problems(folder.bundle(new TarGz().file("plan.json", "{}"))))
        .containsExactly(
            "b.tar.gz!/plan.json: 'b.tar.gz' is a plan without its Rego, which is not supported");
    PolicyFiles withSource = folder.bundle(new TarGz().file("plan.json", "{}").file("a.rego", A));
    assertThat(problems(withSource)).isEmpty();
    assertThat(modules(withSource)).containsExactly("b.tar.gz!/a.rego");
  }

  @Test
  void readsNoEntryThatLeadsOutOfTheBundle() throws IOException {
    PolicyFiles files =
        folder.bundle(
            new TarGz()
                .file("../evil.rego", "package evil\n")
                .file("x/../../evil.rego", "package evil\n")
                .file("a.rego", A));
    assertThat(problems(files))
        .containsExactly(
            "b.tar.gz!/../evil.rego: '../evil.rego' leads out of the bundle and is not read",
            "b.tar.gz!/x/../../evil.rego: 'x/../../evil.rego' leads out of the bundle and is not"
                + " read");
    assertThat(modules(files)).containsExactly("b.tar.gz!/a.rego");
  }

  @Test
  void readsNoLinks() throws IOException {
    PolicyFiles files =
        folder.bundle(
            new TarGz()
                .link("soft.rego", '2', "/etc/passwd")
                .link("data.json", '1', "a.rego")
                .link("pipe.rego", '6', "")
                .file("a.rego", A));
    assertThat(problems(files))
        .containsExactly(
            "b.tar.gz!/data.json: 'data.json' is no regular file and is not read",
            "b.tar.gz!/pipe.rego: 'pipe.rego' is no regular file and is not read",
            "b.tar.gz!/soft.rego: 'soft.rego' is no regular file and is not read");
    assertThat(modules(files)).containsExactly("b.tar.gz!/a.rego");
  }

  @Test
  void stopsAtAGzipBomb() throws IOException {
    TarGz bomb = new TarGz().file("a.rego", A);
    bomb.entry("x.bin", '0', "", new byte[5 << 20]);
    bomb.write(temp.resolve("b.tar.gz"));
    PolicyLimits limits = new PolicyLimits(1 << 20, 4 << 20, 100);
    assertThat(Files.size(temp.resolve("b.tar.gz"))).isLessThan(1 << 20);
    PolicyFiles files = folder.reader().limits(limits).bundles(paths("b.tar.gz")).read();
    assertThat(problems(files))
        .containsExactly(
            "b.tar.gz: bundle 'b.tar.gz' could not be read: it expands to more than 4194304"
                + " bytes");
    assertThat(files.modules()).isEmpty();
  }

  @Test
  void boundsTheNumberOfEntries() throws IOException {
    TarGz many = new TarGz();
    for (int i = 0; i < 11; i++) {
      many.file("f" + i, "");
    }
    many.write(temp.resolve("b.tar.gz"));
    PolicyLimits limits = new PolicyLimits(1 << 20, 1 << 20, 10);
    assertThat(problems(folder.reader().limits(limits).bundles(paths("b.tar.gz")).read()))
        .containsExactly(
            "b.tar.gz: bundle 'b.tar.gz' could not be read: it has more than 10 entries");
  }

  @Test
  void leavesOutAFileOfABundleThatIsTooLarge() throws IOException {
    new TarGz().file("a.rego", A).file("b.rego", "#".repeat(500)).write(temp.resolve("b.tar.gz"));
    PolicyLimits limits = new PolicyLimits(400, 1 << 20, 10);
    PolicyFiles files = folder.reader().limits(limits).bundles(paths("b.tar.gz")).read();
    assertThat(problems(files))
        .containsExactly("b.tar.gz!/b.rego: 'b.tar.gz!/b.rego' is larger than 400 bytes");
    assertThat(modules(files)).containsExactly("b.tar.gz!/a.rego");
  }

  @Test
  void readsNothingOfADamagedArchive() throws IOException {
    folder.file("q/b.rego", A);
    byte[] whole =
        new TarGz().file("a.rego", A).file("b.rego", "package b\n# é\n".repeat(99)).bytes();
    for (int length = 0; length < whole.length; length++) {
      Files.write(temp.resolve("b.tar.gz"), Arrays.copyOf(whole, length));
      PolicyFiles files = folder.bundles("b.tar.gz", "q");
      assertThat(problems(files))
          .as("cut off after %d bytes", length)
          .singleElement()
          .asString()
          .startsWith("b.tar.gz: bundle 'b.tar.gz' could not be read: ");
      assertThat(modules(files)).containsExactly("q/b.rego");
    }
  }

  @Test
  void readsNothingOfWhatIsNoArchive() throws IOException {
    folder.file("b.tar.gz", "package a");
    assertThat(problems(folder.bundles("b.tar.gz")))
        .containsExactly(
            "b.tar.gz: bundle 'b.tar.gz' could not be read: it is no gzip file, or damaged");
  }

  @Test
  void takesTheLastOfSeveralEntriesOfOneName() throws IOException {
    PolicyFiles files =
        folder.bundle(new TarGz().file("a.rego", A).file("./a.rego", "package b\n"));
    assertThat(files.modules()).extracting(PolicyModule::text).containsExactly("package b\n");
  }
}
