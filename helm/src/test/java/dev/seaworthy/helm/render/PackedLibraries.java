package dev.seaworthy.helm.render;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives that look like helm-java's, with a small file for the library. */
final class PackedLibraries {

  static final Platform PLATFORM = new Platform("linux", "amd64");
  static final String NAME = "helm-linux-amd64.so";

  private PackedLibraries() {}

  static NativeLibrary create(Path folder, Path cache, String content) throws IOException {
    return new NativeLibrary(cache, PLATFORM, loader(jar(folder, content)));
  }

  static ClassLoader loader(Path jar) throws IOException {
    return new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
  }

  static Path jar(Path folder, String content) throws IOException {
    Path jar = Files.createTempFile(folder, "library", ".jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      add(out, NAME, content);
      add(
          out,
          "META-INF/maven/com.marcnuri.helm-java/linux-amd64/pom.properties",
          "version=1.2.3\n");
    }
    return jar;
  }

  private static void add(ZipOutputStream out, String name, String content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(content.getBytes(StandardCharsets.UTF_8));
    out.closeEntry();
  }
}
