package dev.seaworthy.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares with the program that defines what a pattern means, where it is installed. */
class GitIgnoreAgainstGitTest {

  private static final int REPOSITORIES = 100;
  private static final List<String> NAMES = List.of("a", "b", "ab", "ba", "a.b", "-", "]", "a b");
  private static final List<String> PIECES =
      List.of(
          "a",
          "b",
          "ab",
          ".",
          "-",
          "*",
          "**",
          "?",
          "/",
          "/",
          "**/",
          "/**",
          "/**/",
          "[ab]",
          "[!a]",
          "[a-b]",
          "[]-a]",
          "[^]]",
          "[[:alpha:]]",
          "[[:punct:]b]",
          "[a",
          "\\a",
          "\\",
          "\\ ",
          " ",
          "!",
          "#",
          "\\!",
          "[/]",
          "***");

  /**
   * Where git differs from its own manual: after plain characters it takes {@code **} as if a slash
   * stood before it, and an escaped slash after {@code **} wants a folder.
   */
  private static final Pattern DOUBTFUL =
      Pattern.compile("!?[^*?\\[\\\\]*[^*?\\[\\\\/!]\\*\\*.*|.*\\*\\*\\\\/.*");

  @TempDir Path folder;

  @BeforeEach
  void requireGit() throws Exception {
    boolean present;
    try {
      present = git(List.of("--version"), "").startsWith("git version");
    } catch (IOException e) {
      present = false;
    }
    assumeTrue(present, "git is not installed, so there is nothing to compare with");
  }

  @Test
  void agreesOnRandomPatterns() throws Exception {
    Random random = new Random(20260101);
    List<String> paths = paths();
    int ignored = 0;
    for (int i = 0; i < REPOSITORIES; i++) {
      Path repository = Files.createDirectory(folder.resolve("r" + i));
      ignored += compare(repository, patterns(random), paths);
    }
    assertThat(ignored).isGreaterThan(REPOSITORIES);
  }

  private int compare(Path repository, List<String> patterns, List<String> paths) throws Exception {
    git(List.of("init", "-q", repository.toString()), "");
    Files.write(repository.resolve(".gitignore"), patterns);
    GitIgnore ignore = GitIgnore.of(patterns);
    Set<String> ours = paths.stream().filter(ignore::ignores).collect(Collectors.toSet());

    String answer =
        git(
            List.of("-C", repository.toString(), "check-ignore", "--no-index", "--stdin", "-z"),
            String.join("\0", paths) + "\0");
    Set<String> theirs = Set.of(answer.isEmpty() ? new String[0] : answer.split("\0"));

    assertThat(new TreeSet<>(ours)).as("ignored by %s", patterns).isEqualTo(new TreeSet<>(theirs));
    return theirs.size();
  }

  /** Three levels of names; git takes a path that does not exist for a file. */
  private static List<String> paths() {
    List<String> paths = new ArrayList<>(NAMES);
    for (String outer : NAMES) {
      for (String inner : NAMES) {
        paths.add(outer + "/" + inner);
        NAMES.subList(0, 4).forEach(last -> paths.add(outer + "/" + inner + "/" + last));
      }
    }
    return paths;
  }

  private static List<String> patterns(Random random) {
    List<String> patterns = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    while (patterns.size() < count) {
      StringBuilder pattern = new StringBuilder();
      int pieces = 1 + random.nextInt(5);
      for (int i = 0; i < pieces; i++) {
        pattern.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      if (!DOUBTFUL.matcher(pattern).matches()) {
        patterns.add(pattern.toString());
      }
    }
    return patterns;
  }

  private String git(List<String> arguments, String input) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(key -> key.startsWith("GIT_"));
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("HOME", folder.toString());
    environment.put("XDG_CONFIG_HOME", folder.toString());
    Path out = Files.createTempFile(folder, "out", "");
    Path in = Files.writeString(Files.createTempFile(folder, "in", ""), input);
    Process process =
        builder
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ends", command).isTrue();
    // 1 says that no path is ignored
    assertThat(process.exitValue()).as("status of %s", command).isBetween(0, 1);
    return Files.readString(out);
  }
}
