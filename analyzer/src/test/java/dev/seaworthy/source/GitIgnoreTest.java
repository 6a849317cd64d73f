package dev.seaworthy.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitIgnoreTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # pattern       | path
          a.yaml          | a.yaml
          a.yaml          | deep/down/a.yaml
          a.yaml          | a.yaml/inside.txt
          /a.yaml         | a.yaml
          sub/a.yaml      | sub/a.yaml
          /sub/a.yaml     | sub/a.yaml
          sub/            | sub/a.yaml
          sub/            | x/sub/a.yaml
          /sub/           | sub/x/a.yaml
          x/sub/          | x/sub/a.yaml
          *.yaml          | a.yaml
          *.yaml          | sub/.yaml
          a*              | a
          a*c             | abc
          a*c             | ac
          a**c            | abc
          *a*b*           | xxaxxbxx
          /*.yaml         | a.yaml
          sub/*           | sub/a.yaml
          sub/*           | sub/x/a.yaml
          a?c             | abc
          a?c             | x/a-c
          **/a.yaml       | a.yaml
          **/a.yaml       | x/y/a.yaml
          **/x/a.yaml     | y/x/a.yaml
          sub/**          | sub/a.yaml
          sub/**          | sub/x/a.yaml
          sub/**/a.yaml   | sub/a.yaml
          sub/**/a.yaml   | sub/x/y/a.yaml
          sub/***/a.yaml  | sub/x/y/a.yaml
          **              | any/thing
          /**             | any/thing
          **/**           | any/thing
          a/**/b/**/c     | a/b/x/c/b/c
          [abc].yaml      | b.yaml
          [a-c].yaml      | b.yaml
          [!a-c].yaml     | d.yaml
          [^a-c].yaml     | d.yaml
          []x].yaml       | ].yaml
          [!]x].yaml      | a.yaml
          [a-].yaml       | -.yaml
          [-a].yaml       | -.yaml
          [a\\-c].yaml    | -.yaml
          [\\]].yaml      | ].yaml
          [[:digit:]].x   | 7.x
          [![:digit:]].x  | a.x
          [[:upper:]x]    | x
          [[:alpha:]-z]   | -
          [[:digit].x     | :.x
          \\#a            | #a
          \\!a            | !a
          \\*a            | *a
          \\a             | a
          """)
  void ignores(String pattern, String path) {
    assertThat(GitIgnore.of(List.of(pattern)).ignores(path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # pattern       | path
          a.yaml          | a.yam
          a.yaml          | aa.yaml
          a.yaml          | A.yaml
          /a.yaml         | sub/a.yaml
          sub/a.yaml      | x/sub/a.yaml
          //a.yaml        | a.yaml
          sub/            | sub
          /sub/           | x/sub/a.yaml
          x/sub/          | y/x/sub/a.yaml
          *.yaml          | a.yml
          *.yaml          | yaml
          /*.yaml         | sub/a.yaml
          a*c             | ab/c
          sub/*.yaml      | sub/x/a.yaml
          sub*a.yaml      | sub/a.yaml
          a?c             | ac
          sub?a.yaml      | sub/a.yaml
          **/x/a.yaml     | x/y/a.yaml
          sub/**          | sub
          sub/**          | x/sub/a.yaml
          sub/**/a.yaml   | x/sub/a.yaml
          sub/**/a.yaml   | suba.yaml
          sub/x**/a.yaml  | sub/xx/y/a.yaml
          [abc].yaml      | d.yaml
          [!abc].yaml     | a.yaml
          a[!x]c          | a/c
          [c-a].yaml      | b.yaml
          [[:digit:]].x   | a.x
          [[:upper:]]     | a
          [[:nonsense:]]  | a
          [abc            | a
          a[              | a[
          \\              | \\
          a\\             | a
          /               | a
          !               | a
          !a              | a
          #a              | #a
          """)
  void doesNotIgnore(String pattern, String path) {
    assertThat(GitIgnore.of(List.of(pattern)).ignores(path)).isFalse();
  }

  @Test
  void theLastPatternThatMatchesWins() {
    GitIgnore ignore = GitIgnore.of(List.of("*.yaml", "!keep.yaml", "sub/keep.yaml"));

    assertThat(ignore.ignores("a.yaml")).isTrue();
    assertThat(ignore.ignores("keep.yaml")).isFalse();
    assertThat(ignore.ignores("x/keep.yaml")).isFalse();
    assertThat(ignore.ignores("sub/keep.yaml")).isTrue();
  }

  @Test
  void aFileIsNotIncludedAgainBelowAnIgnoredFolder() {
    GitIgnore folder = GitIgnore.of(List.of("sub/", "!sub/keep.yaml"));
    GitIgnore entries = GitIgnore.of(List.of("sub/*", "!sub/keep.yaml"));

    assertThat(folder.ignores("sub/keep.yaml")).isTrue();
    assertThat(entries.ignores("sub/keep.yaml")).isFalse();
  }

  @Test
  void trailingSpacesAreNoPartOfAPatternUnlessEscaped() {
    assertThat(GitIgnore.of(List.of("a.yaml   ")).ignores("a.yaml")).isTrue();
    assertThat(GitIgnore.of(List.of("a\\  ")).ignores("a ")).isTrue();
    assertThat(GitIgnore.of(List.of("a\\ ")).ignores("a")).isFalse();
    assertThat(GitIgnore.of(List.of("a b ")).ignores("a b")).isTrue();
    assertThat(GitIgnore.of(List.of(" a")).ignores("a")).isFalse();
    assertThat(GitIgnore.of(List.of("a\t")).ignores("a")).isFalse();
    assertThat(GitIgnore.of(List.of("   ")).ignores("   ")).isFalse();
  }

  @Test
  void readsAFileWithCommentsAndAnyLineEnds() {
    GitIgnore ignore = GitIgnore.parse("\uFEFF# generated\r\n\r\n*.tmp\r\n\n/out/\n!keep.tmp");

    assertThat(ignore.ignores("a.tmp")).isTrue();
    assertThat(ignore.ignores("keep.tmp")).isFalse();
    assertThat(ignore.lastMatch("out", true))
        .hasValueSatisfying(
            pattern -> {
              assertThat(pattern.line()).isEqualTo(5);
              assertThat(pattern.text()).isEqualTo("/out/");
            });
  }

  @Test
  void aHostilePatternTakesNoTimeToSpeakOf() {
    String name = "a".repeat(250);
    List<String> hostile =
        List.of(
            "*a".repeat(200) + "b",
            "**/".repeat(200) + "b",
            "**/*a*a*a*a*b/".repeat(50) + "b",
            "[" + "a-".repeat(100_000) + "]*b");
    GitIgnore ignore = GitIgnore.of(hostile);
    String path = (name + "/").repeat(15) + name;

    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertThat(ignore.ignores(path)).isFalse());
  }

  @Test
  void doesNotTryPlainPatternsOneByOne() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      lines.addAll(List.of("name" + i, "/top" + i, "some/path" + i + "/", "*.ending" + i));
    }
    lines.addAll(List.of("a?c", "!name7", "*ding9", "!x.ending9"));
    GitIgnore ignore = GitIgnore.of(lines);

    assertThat(ignore.tried()).isEqualTo(1);
    assertThat(
            List.of(
                "x/name8",
                "top0",
                "some/path9/file",
                "x/y.ending3",
                "sub/abc",
                "x.ending",
                "ding9"))
        .filteredOn(path -> !ignore.ignores(path))
        .containsExactly("x.ending");
    assertThat(List.of("name7", "x/top0", "some/path9", "x/some/path9/file", "x.ending9", "10000"))
        .noneMatch(ignore::ignores);
    assertThat(ignore.ignores("y.ending9")).isTrue();
  }

  @Test
  void theLastPatternWinsWhetherLookedUpOrTried() {
    assertThat(GitIgnore.of(List.of("a?c", "!abc")).ignores("abc")).isFalse();
    assertThat(GitIgnore.of(List.of("!abc", "a?c")).ignores("abc")).isTrue();
    assertThat(GitIgnore.of(List.of("*c", "!*bc", "abc/")).ignores("abc")).isFalse();
    assertThat(GitIgnore.of(List.of("!*c", "abc/")).lastMatch("abc", true))
        .map(GitIgnorePattern::line)
        .contains(2);
    assertThat(GitIgnore.of(List.of("abc/", "!*c")).lastMatch("abc", true))
        .map(GitIgnorePattern::line)
        .contains(2);
  }

  @Test
  void isEmptyWithoutAPatternThatCanMatch() {
    assertThat(GitIgnore.of(List.of("# a comment", " ", "!", "/", "a[b")).isEmpty()).isTrue();
    assertThat(GitIgnore.of(List.of("!a")).isEmpty()).isFalse();
  }
}
