package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pages name no option that the program does not have. */
class DocumentedOptionsTest {

  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");

  /** Options of other programs. */
  private static final Set<String> FOREIGN =
      Set.of("--allowed-unsafe-sysctls", "--anonymous-auth", "--seccomp-default", "--set");

  @Test
  void everyOptionThatAPageNamesExists() throws IOException {
    Set<String> existing = optionsIn(Invocation.PROJECT.resolve("docs/cli-help.txt"));
    Set<String> unknown = new TreeSet<>();
    for (Path page : Documentation.pages()) {
      for (String option : optionsIn(page)) {
        if (!existing.contains(option) && !FOREIGN.contains(option)) {
          unknown.add(Invocation.PROJECT.relativize(page) + ": " + option);
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  private static Set<String> optionsIn(Path file) throws IOException {
    return OPTION
        .matcher(Files.readString(file))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }
}
