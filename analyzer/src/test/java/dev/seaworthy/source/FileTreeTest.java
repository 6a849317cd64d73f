package dev.seaworthy.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {

  @TempDir Path temporary;
  private Path base;

  @BeforeEach
  void createFiles() throws IOException {
    base = Files.createDirectories(temporary.toRealPath().resolve("base"));
    Files.createDirectories(base.resolve("p/x/.git"));
    Files.writeString(base.resolve("p/b.rego"), "b");
    Files.writeString(base.resolve("p/x/a.rego"), "a");
    Files.writeString(base.resolve("p/x/a.txt"), "t");
    Files.writeString(base.resolve("p/x/.git/c.rego"), "c");
  }

  @Test
  void findsTheWantedFilesWithTheFoldersOnTheWay() throws IOException {
    FileTree tree = tree("p");
    assertThat(tree.isFolder()).isTrue();
    assertThat(tree.entries())
        .extracting(FileTree.Entry::path)
        .containsExactly(List.of("b.rego"), List.of("x", "a.rego"));
    assertThat(names(tree)).containsExactly("p/b.rego", "p/x/a.rego");
    assertThat(tree.entries().get(1).source().read(100))
        .isEqualTo("a".getBytes(StandardCharsets.UTF_8));
    assertThat(tree.problems()).isEmpty();
  }

  @Test
  void takesANamedFileWhateverItIsCalled() {
    FileTree tree = tree("p/x/a.txt");
    assertThat(tree.isFolder()).isFalse();
    assertThat(names(tree)).containsExactly("p/x/a.txt");
    assertThat(tree.entries().get(0).path()).containsExactly("a.txt");
  }

  @Test
  void followsALinkThatIsNamed() throws IOException {
    Files.createSymbolicLink(base.resolve("link"), Path.of("p/x"));
    assertThat(names(tree("link"))).containsExactly("link/a.rego");
  }

  @Test
  void doesNotFollowALinkOutOfTheFolder() throws IOException {
    Files.createSymbolicLink(base.resolve("p/x/up.rego"), Path.of("../b.rego"));
    Files.createSymbolicLink(base.resolve("p/x/down"), Path.of("."));
    assertThat(names(tree("p/x"))).containsExactly("p/x/a.rego");
    assertThat(tree("p/x").problems())
        .extracting(Problem::message)
        .containsExactly("symbolic link 'p/x/up.rego' leads out of 'p/x' and is not followed");
  }

  @Test
  void namesWhatLiesOutsideTheBase() throws IOException {
    Files.writeString(temporary.resolve("o.rego"), "o");
    assertThat(names(tree(".."))).contains("../o.rego", "../base/p/b.rego");
    assertThat(names(tree("."))).containsExactly("p/b.rego", "p/x/a.rego");
  }

  @Test
  void reportsAPathThatDoesNotExist() {
    assertThat(tree("none").problems())
        .extracting(Problem::message)
        .containsExactly("'none' could not be read: no such file or folder");
  }

  private FileTree tree(String path) {
    return FileTree.of(base, Path.of(path), name -> name.endsWith(".rego"));
  }

  private static List<String> names(FileTree tree) {
    return tree.entries().stream().map(entry -> entry.source().name()).toList();
  }
}
