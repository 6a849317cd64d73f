package dev.seaworthy.helm.render;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The environment variables of an engine's process. */
final class EngineEnvironment {

  /** What programs need in order to start at all. */
  private static final Set<String> KEPT = Set.of("SYSTEMROOT", "WINDIR", "LD_LIBRARY_PATH");

  private static final List<String> JAVA_OPTIONS =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private EngineEnvironment() {}

  /**
   * Leaves nothing of the user: no kubeconfig, no configuration, plugins or repositories of Helm,
   * no proxies, no time zone. Helm finds {@code home} empty.
   */
  static void restrict(Map<String, String> environment, Path home, EngineLimits limits) {
    environment.keySet().removeIf(name -> !KEPT.contains(name.toUpperCase(Locale.ROOT)));
    String folder = home.toString();
    for (String name :
        List.of("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TMPDIR", "TEMP", "TMP")) {
      environment.put(name, folder);
    }
    for (String name : List.of("HELM_CACHE_HOME", "HELM_CONFIG_HOME", "HELM_DATA_HOME")) {
      environment.put(name, home.resolve("helm").toString());
    }
    environment.put("KUBECONFIG", kubeconfig(home).toString());
    // no way out: what a schema refers to would be fetched
    for (String name : List.of("HTTP_PROXY", "HTTPS_PROXY")) {
      environment.put(name, "http://127.0.0.1:1");
    }
    environment.put("LC_ALL", "C.UTF-8");
    // Go collects garbage harder before the bound is reached, and tells crashes in a few lines
    environment.put("GOMEMLIMIT", limits.memoryBytes() / 4 * 3 + "B");
    environment.put("GOTRACEBACK", "none");
  }

  /** The file that an engine in {@code home} takes for the kubeconfig. */
  static Path kubeconfig(Path home) {
    return home.resolve("kubeconfig");
  }

  /** Leaves what the user has set, but for options of this Java. */
  static void removeJavaOptions(Map<String, String> environment) {
    JAVA_OPTIONS.forEach(environment::remove);
  }
}
