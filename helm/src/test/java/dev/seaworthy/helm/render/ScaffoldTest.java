package dev.seaworthy.helm.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.jni.CreateOptions;
import com.marcnuri.helm.jni.HelmLib;
import com.marcnuri.helm.jni.Result;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The chart {@code testdata/charts/scaffold} is the one that Helm makes. */
class ScaffoldTest {

  private static final Path CHARTS =
      Path.of(System.getProperty("project.root")).resolve("testdata").resolve("charts");

  @TempDir Path temporary;

  @Test
  @EnabledOnOs(
      value = {OS.LINUX, OS.MAC},
      architectures = {"amd64", "x86_64", "aarch64", "arm64"},
      disabledReason = "there is no native Helm engine for the platform")
  void isWhatHelmCreates() throws IOException, EngineUnavailableException {
    create("scaffold");

    assertThat(files(CHARTS.resolve("scaffold"))).isEqualTo(files(temporary.resolve("scaffold")));
  }

  private void create(String name) throws EngineUnavailableException {
    Path library = NativeLibrary.cached(temporary.resolve("library")).locate(temporary);
    HelmLib helm = Native.load(library.toString(), HelmLib.class);
    Result result = helm.Create(new CreateOptions(name, temporary.toString()));
    String error = result.err;
    helm.Free(result);
    assertThat(error).isNull();
  }

  /** The files in a folder, by their paths in it. */
  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }
}
