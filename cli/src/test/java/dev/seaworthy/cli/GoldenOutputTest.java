package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the program prints about the projects in {@code testdata/}. */
class GoldenOutputTest {

  private static final Path TESTDATA = Invocation.PROJECT.resolve("testdata");

  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource({
    "gitops, text, 1",
    "gitops, json, 1",
    "gitops, sarif, 1",
    "hardened, text, 0",
    "hardened, json, 0",
    "broken, text, 1",
    "broken, json, 1",
    "charts/hooks, text, 1",
    "charts/hooks, json, 1",
    "charts/hooks, sarif, 1"
  })
  void printsWhatItDid(String project, String format, int status) throws IOException {
    Invocation run =
        Invocation.in(TESTDATA, List.of("check", "--verbose", "--format", format, project));
    assertThat(run.status()).isEqualTo(status);
    String extension = format.equals("text") ? "txt" : format;
    String output = run.out().replace(Version.current(), "@VERSION@");
    Golden.assertEquals(
        TESTDATA.resolve("golden/" + project.replace('/', '-') + "." + extension), output);
  }

  @Test
  void hasNothingToSayAboutWhatIsHardened() throws IOException {
    Invocation strict =
        Invocation.in(
            TESTDATA,
            List.of("check", "--profile", "strict", "--pod-security", "restricted", "hardened"));
    assertThat(strict.out()).startsWith("no findings;");
    assertThat(strict.status()).isZero();

    Invocation all = Invocation.in(TESTDATA, List.of("check", "--profile", "all", "hardened"));
    assertThat(all.status()).isZero();
    Golden.assertEquals(TESTDATA.resolve("golden/hardened-all.txt"), all.out());
  }

  @Test
  void printsWhatPoliciesOfTheUsersOwnFind() throws IOException {
    Invocation run =
        Invocation.in(
            TESTDATA,
            List.of("check", "--profile", "none", "--policy", "policies", "gitops", "policies"));
    assertThat(run.status()).isZero();
    Golden.assertEquals(TESTDATA.resolve("golden/policies.txt"), run.out());
  }
}
