package dev.seaworthy.helm.render;

import com.marcnuri.helm.jni.TemplateOptions;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the native library of the engine comes from and where it is kept. It comes from helm-java's
 * artifact for the platform, which has to be on the class path: it is never fetched. It is large,
 * so it is unpacked once and used again.
 */
public final class NativeLibrary {

  private final Path folder;
  private final Platform platform;
  private final ClassLoader loader;

  NativeLibrary(Path folder, Platform platform, ClassLoader loader) {
    this.folder = folder.toAbsolutePath();
    this.platform = platform;
    this.loader = loader;
  }

  /**
   * The library for this platform, kept in {@code folder}, which is made when it is needed. Several
   * processes may share the folder. One that cannot be written to, or belongs to somebody else, is
   * not used: then the library is unpacked for each engine.
   */
  public static NativeLibrary cached(Path folder) {
    ClassLoader loader = TemplateOptions.class.getClassLoader();
    return new NativeLibrary(folder, Platform.current(), loader);
  }

  /**
   * The folder for the library where users expect such files: under {@code XDG_CACHE_HOME} or
   * {@code ~/.cache}; on macOS {@code ~/Library/Caches}; on Windows {@code LOCALAPPDATA}.
   *
   * @param environment the environment variables
   */
  public static Path defaultFolder(Map<String, String> environment) {
    Path home = Path.of(System.getProperty("user.home"));
    return defaultFolder(environment, Platform.current(), home);
  }

  static Path defaultFolder(Map<String, String> environment, Platform platform, Path home) {
    Path caches;
    if (platform.isWindows()) {
      caches = absolute(environment.get("LOCALAPPDATA"), home.resolve("AppData").resolve("Local"));
    } else if (platform.system().equals("darwin")) {
      caches = home.resolve("Library").resolve("Caches");
    } else {
      caches = absolute(environment.get("XDG_CACHE_HOME"), home.resolve(".cache"));
    }
    return caches.resolve("seaworthy").resolve("helm");
  }

  private static Path absolute(@Nullable String named, Path other) {
    Path path = Path.of(named == null ? "" : named);
    return path.isAbsolute() ? path : other;
  }

  Platform platform() {
    return platform;
  }

  /**
   * The library's file, unpacked and verified.
   *
   * @param fallback a folder of this user for a copy, where there is no other place for it
   */
  Path locate(Path fallback) throws EngineUnavailableException {
    String name =
        platform
            .libraryName()
            .orElseThrow(() -> unavailable("there is no Helm engine for " + platform, ""));
    URL resource = loader.getResource(name);
    if (resource == null) {
      String advice =
          "Add 'com.marcnuri.helm-java:" + platform.artifact() + "' to the class path, or ";
      throw unavailable("the Helm engine for " + platform + " is not on the class path", advice);
    }
    try (PackedLibrary packed = PackedLibrary.open(resource)) {
      return new LibraryCache(folder, fallback).locate(packed, name);
    } catch (IOException e) {
      throw unavailable("the Helm engine cannot be unpacked: " + e.getMessage(), "");
    }
  }

  private static EngineUnavailableException unavailable(String message, String advice) {
    String other = "use an installed 'helm' as the engine.";
    String hint = advice.isEmpty() ? "U" + other.substring(1) : advice + other;
    return new EngineUnavailableException(message, hint);
  }
}
