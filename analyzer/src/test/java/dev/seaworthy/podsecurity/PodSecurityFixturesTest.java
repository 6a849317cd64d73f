package dev.seaworthy.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The fixtures of the admission plugin, {@code <level>/<version>/<pass|fail>/<check><number>.yaml},
 * in a folder named by {@code -Dpod-security.fixtures}.
 */
class PodSecurityFixturesTest {

  private static final List<String> TEMPLATES =
      List.of(
          "v1 PodTemplate template",
          "v1 ReplicationController spec.template",
          "apps/v1 ReplicaSet spec.template",
          "apps/v1 Deployment spec.template",
          "apps/v1 StatefulSet spec.template",
          "apps/v1 DaemonSet spec.template",
          "batch/v1 Job spec.template",
          "batch/v1 CronJob spec.jobTemplate.spec.template");

  private final List<String> wrong = new ArrayList<>();

  @Test
  void verdictsAreThoseOfTheApiServer() throws IOException {
    String folder = System.getProperty("pod-security.fixtures", "");
    assumeTrue(!folder.isEmpty(), "name a folder of fixtures with -Dpod-security.fixtures");
    int cases = 0;
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
        judge(file);
        cases++;
      }
    }
    System.out.println(cases + " Pod Security fixtures, " + wrong.size() + " wrong verdicts");
    assertThat(cases).as("cases in %s", folder).isPositive();
    assertThat(wrong).isEmpty();
  }

  private void judge(Path file) throws IOException {
    boolean pass = file.getParent().getFileName().toString().equals("pass");
    Path versionFolder = file.getParent().getParent();
    PodSecurityVersion version =
        PodSecurityVersion.of(versionFolder.getFileName().toString()).orElseThrow();
    PodSecurityLevel level =
        PodSecurityLevel.of(versionFolder.getParent().getFileName().toString()).orElseThrow();
    String text = Files.readString(file);
    List<String> violated = checks(text, level, version);
    boolean right = pass ? violated.isEmpty() : violated.contains(expected(file, level, version));
    if (!right) {
      wrong.add(file + ": " + violated);
    }
    for (String template : TEMPLATES) {
      if (!checks(wrapped(template, text), level, version).equals(violated)) {
        wrong.add(file + " in a " + template);
      }
    }
  }

  private static List<String> checks(
      String manifest, PodSecurityLevel level, PodSecurityVersion version) {
    return PodSecurity.evaluate(Pods.in(manifest), level, version).stream()
        .map(PodSecurityViolation::check)
        .toList();
  }

  /** The check that a file is named after, or the one that replaces it. */
  private static String expected(Path file, PodSecurityLevel level, PodSecurityVersion version) {
    String name = file.getFileName().toString().replaceAll("[0-9]*\\.yaml$", "");
    List<String> active = PodSecurity.checks(level, version);
    return Stream.concat(BaselineChecks.ALL.stream(), RestrictedChecks.ALL.stream())
        .filter(check -> check.id().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .map(check -> active.contains(check.id()) ? check.id() : replacement(check.id()))
        .orElseThrow(() -> new AssertionError("no check for " + file));
  }

  private static String replacement(String id) {
    return RestrictedChecks.ALL.stream()
        .filter(check -> check.replaces().contains(id))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** The pod as the template of another kind: the manifest is indented as a whole. */
  private static String wrapped(String template, String pod) {
    String[] parts = template.split(" ");
    StringBuilder manifest =
        new StringBuilder("apiVersion: " + parts[0] + "\nkind: " + parts[1] + "\n");
    String indent = "";
    for (String step : parts[2].split("\\.")) {
      manifest.append(indent).append(step).append(":\n");
      indent += "  ";
    }
    for (String line : pod.lines().toList()) {
      if (!line.startsWith("apiVersion:") && !line.startsWith("kind:")) {
        manifest.append(indent).append(line).append('\n');
      }
    }
    return manifest.toString();
  }
}
