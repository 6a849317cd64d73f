package dev.seaworthy.helm.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {

  @TempDir Path folder;

  private Path cache;
  private Path fallback;
  private NativeLibrary library;

  @BeforeEach
  void setUp() throws IOException {
    cache = folder.resolve("cache");
    fallback = Files.createDirectory(folder.resolve("fallback"));
    library = PackedLibraries.create(folder, cache, "content");
  }

  private Path locate() throws Exception {
    return library.locate(fallback);
  }

  private static Object inode(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  @Test
  void unpacksIntoAFolderOfItsVersion() throws Exception {
    Path file = locate();
    assertThat(file).hasContent("content").hasFileName(PackedLibraries.NAME);
    assertThat(file.getParent().getParent()).isEqualTo(cache);
    assertThat(file.getParent().getFileName().toString()).matches("1\\.2\\.3-[0-9a-f]+-7");
  }

  @Test
  void keepsTheFolderToTheUser() throws Exception {
    assumeTrue(isPosix(folder));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(locate().getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void usesTheFileAgain() throws Exception {
    Object first = inode(locate());
    assertThat(inode(locate())).isEqualTo(first);
    assertThat(locate().getParent()).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void keepsLibrariesOfDifferentContentApart() throws Exception {
    Path other = PackedLibraries.create(folder, cache, "CONTENT").locate(fallback);
    assertThat(other).isNotEqualTo(locate()).hasContent("CONTENT");
    assertThat(locate()).hasContent("content");
  }

  @Test
  void replacesAFileThatWasTamperedWith() throws Exception {
    Path file = locate();
    FileTime time = Files.getLastModifiedTime(file);
    Files.writeString(file, "c0ntent");
    Files.setLastModifiedTime(file, time);
    assertThat(locate()).isEqualTo(file).hasContent("content");
  }

  @Test
  void replacesAFileThatWasTruncated() throws Exception {
    Files.writeString(locate(), "con");
    assertThat(locate()).hasContent("content");
  }

  @Test
  void replacesAFileThatWasCopiedFromElsewhere() throws Exception {
    assumeTrue(isPosix(folder));
    Path file = locate();
    Path copy = Files.writeString(folder.resolve("copy"), "c0ntent");
    Files.setLastModifiedTime(copy, Files.getLastModifiedTime(file));
    Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
    assertThat(locate()).hasContent("content");
  }

  @Test
  void replacesALinkByAFile() throws Exception {
    assumeTrue(isPosix(folder));
    Path file = locate();
    Path target = Files.move(file, folder.resolve("target"));
    Files.createSymbolicLink(file, target);
    assertThat(Files.isSymbolicLink(locate())).isFalse();
    assertThat(target).hasContent("content");
  }

  @Test
  void completesWhatAnotherProcessLeftUnfinished() throws Exception {
    Path file = locate();
    Files.delete(file.resolveSibling(PackedLibraries.NAME + ".stamp"));
    Files.writeString(file, "");
    Files.writeString(file.resolveSibling("library123.tmp"), "con");
    assertThat(locate()).hasContent("content");
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void usesNoFolderThatOthersCanWriteTo() throws Exception {
    assumeTrue(isPosix(folder));
    Path file = locate();
    Object first = inode(file);
    Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.writeString(file, "c0ntent");
    assertThat(inode(locate())).isNotEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void usesTheFallbackWhereTheCacheIsNoFolder() throws Exception {
    Files.writeString(cache, "a file");
    assertThat(locate()).hasParent(fallback).hasContent("content");
  }

  @Test
  void usesTheFallbackWhereTheCacheCannotBeWrittenTo() throws Exception {
    assumeTrue(isPosix(folder));
    Files.createDirectory(cache);
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("r-x------"));
    assumeFalse(Files.isWritable(cache), "this user may write everywhere");
    assertThat(locate()).hasParent(fallback).hasContent("content");
  }

  @Test
  void usesTheFallbackWhereTheFolderBelongsToSomebodyElse() throws Exception {
    assumeTrue(isPosix(folder));
    Path slot = locate().getParent();
    assumeTrue(changeOwner(slot), "this user cannot give folders away");
    assertThat(locate()).hasParent(fallback).hasContent("content");
  }

  @Test
  void replacesAFileThatBelongsToSomebodyElse() throws Exception {
    assumeTrue(isPosix(folder));
    Path file = locate();
    assumeTrue(changeOwner(file), "this user cannot give files away");
    assertThat(Files.getOwner(locate())).isEqualTo(Files.getOwner(fallback));
  }

  private static boolean changeOwner(Path path) throws IOException {
    try {
      Files.setAttribute(path, "unix:uid", 54_321);
      return true;
    } catch (FileSystemException e) {
      return false;
    }
  }

  @Test
  void isUnpackedOnceByManyThreads() throws Exception {
    Callable<Object> task = () -> inode(locate());
    ExecutorService executor = Executors.newFixedThreadPool(8);
    List<Future<Object>> results =
        executor.invokeAll(Stream.generate(() -> task).limit(32).toList());
    executor.shutdown();
    assertThat(results.stream().map(NativeLibraryTest::get).collect(Collectors.toSet())).hasSize(1);
  }

  private static Object get(Future<Object> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void isUnavailableIfTheClassPathHasNone() {
    NativeLibrary none =
        new NativeLibrary(cache, PackedLibraries.PLATFORM, ClassLoader.getPlatformClassLoader());
    assertThatThrownBy(() -> none.locate(fallback))
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessage("the Helm engine for linux/amd64 is not on the class path");
  }

  @Test
  void isUnavailableIfTheArchiveIsDamaged() throws Exception {
    Path jar = PackedLibraries.jar(folder, "content".repeat(1000));
    byte[] bytes = Files.readAllBytes(jar);
    // the content of the first entry begins after its header and name
    bytes[30 + PackedLibraries.NAME.length() + 4] ^= 0x55;
    Files.write(jar, bytes);
    NativeLibrary damaged =
        new NativeLibrary(cache, PackedLibraries.PLATFORM, PackedLibraries.loader(jar));
    assertThatThrownBy(() -> damaged.locate(fallback))
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessageStartingWith("the Helm engine cannot be unpacked: ");
  }

  @Test
  void isKeptWhereUsersExpectIt() {
    Path home = folder.resolve("home");
    assertThat(folderOn("Linux", Map.of(), home)).isEqualTo(home.resolve(".cache/seaworthy/helm"));
    Path caches = folder.resolve("caches");
    assertThat(folderOn("Linux", Map.of("XDG_CACHE_HOME", caches.toString()), home))
        .isEqualTo(caches.resolve("seaworthy/helm"));
    assertThat(folderOn("Linux", Map.of("XDG_CACHE_HOME", "relative"), home))
        .isEqualTo(home.resolve(".cache/seaworthy/helm"));
    assertThat(folderOn("Mac OS X", Map.of(), home))
        .isEqualTo(home.resolve("Library/Caches/seaworthy/helm"));
    assertThat(folderOn("Windows 11", Map.of("LOCALAPPDATA", caches.toString()), home))
        .isEqualTo(caches.resolve("seaworthy/helm"));
  }

  private static Path folderOn(String system, Map<String, String> environment, Path home) {
    return NativeLibrary.defaultFolder(environment, Platform.of(system, "amd64"), home);
  }
}
