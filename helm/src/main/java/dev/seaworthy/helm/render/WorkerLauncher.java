package dev.seaworthy.helm.render;

import com.marcnuri.helm.jni.TemplateOptions;
import com.sun.jna.Library;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Starts engine processes: this Java, with nothing on its class path but what the engine needs. */
class WorkerLauncher {

  private static final int FIRST_WITH_NATIVE_ACCESS = 22;

  private final Class<?> program;
  private final EngineLimits limits;

  WorkerLauncher(Class<?> program, EngineLimits limits) {
    this.program = program;
    this.limits = limits;
  }

  /** A process for rendering, which has {@code folder} for its home and all its files. */
  Process start(Path folder) throws EngineUnavailableException {
    ProcessBuilder builder = new ProcessBuilder(command(folder)).directory(folder.toFile());
    EngineEnvironment.restrict(builder.environment(), folder, limits);
    return start(builder);
  }

  /** A process that sees the environment of this one, as one that uses the network has to. */
  Process startWithEnvironment(Path folder) throws EngineUnavailableException {
    ProcessBuilder builder = new ProcessBuilder(command(folder)).directory(folder.toFile());
    EngineEnvironment.removeJavaOptions(builder.environment());
    return start(builder);
  }

  private static Process start(ProcessBuilder builder) throws EngineUnavailableException {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new EngineUnavailableException(
          "no process can be started for the Helm engine: " + e.getMessage(),
          "Use an installed 'helm' as the engine.");
    }
  }

  private List<String> command(Path folder) throws EngineUnavailableException {
    List<String> command = new ArrayList<>();
    command.add(java().toString());
    // small and quick to start: all the work is the library's
    command.addAll(
        List.of(
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xms8m",
            "-Xmx" + (32 + (limits.outputBytes() >> 20)) + "m",
            "-Xlog:disable",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:-CreateCoredumpOnCrash",
            "-Djna.encoding=UTF-8",
            "-Djna.nosys=true",
            "-Djna.tmpdir=" + folder,
            "-Djava.io.tmpdir=" + folder,
            "-Duser.home=" + folder));
    if (Runtime.version().feature() >= FIRST_WITH_NATIVE_ACCESS) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", classPath(), program.getName()));
    return command;
  }

  private static Path java() throws EngineUnavailableException {
    Path bin = Path.of(System.getProperty("java.home"), "bin");
    Path java = bin.resolve(Platform.current().isWindows() ? "java.exe" : "java");
    if (!Files.isExecutable(java)) {
      throw new EngineUnavailableException(
          "there is no '" + java + "' to start the Helm engine with",
          "Use a Java with its launcher, or an installed 'helm' as the engine.");
    }
    return java;
  }

  private String classPath() throws EngineUnavailableException {
    Set<String> paths = new LinkedHashSet<>();
    for (Class<?> part :
        List.of(program, WorkerLauncher.class, TemplateOptions.class, Library.class)) {
      paths.add(placeOf(part));
    }
    return String.join(File.pathSeparator, paths);
  }

  private static String placeOf(Class<?> part) throws EngineUnavailableException {
    CodeSource source = part.getProtectionDomain().getCodeSource();
    try {
      if (source != null && "file".equals(source.getLocation().getProtocol())) {
        return Path.of(source.getLocation().toURI()).toString();
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      // told below
    }
    throw new EngineUnavailableException(
        "the Helm engine is packed in a way that no process can be started from",
        "Put the jars of Seaworthy on the class path as files, or use an installed 'helm'.");
  }
}
