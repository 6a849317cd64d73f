package dev.seaworthy.reach.host;

import dev.seaworthy.model.Facts;
import dev.seaworthy.model.HostPath;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What lies where on a node, by the facts about host paths. */
final class NodePlaces {

  /** The facts know no path that is deeper. */
  private static final int MAX_STEPS = 10;

  private static final YamlMapping FACTS = Facts.about("host_paths");
  private static final Map<String, String> FOLDERS = texts(FACTS, "folders");
  private static final Map<String, String> PATHS = texts(FACTS, "paths");
  private static final Map<Pattern, String> PATTERNS = patterns();
  private static final List<String> MOUNTS = list(FACTS, "mounts");
  private static final YamlMapping KINDS = (YamlMapping) FACTS.get("kinds").orElseThrow();
  private static final YamlMapping SOCKETS = Facts.about("runtime_sockets");
  private static final List<String> SOCKET_NAMES = list(SOCKETS, "names");
  private static final List<String> SOCKET_PIPES = list(SOCKETS, "pipes");
  private static final List<String> SOCKET_PLACES = list(SOCKETS, "places");

  private NodePlaces() {}

  /** The kinds of a path and of all that is known to lie below it, by where they lie. */
  static Map<String, String> below(HostPath path) {
    Map<String, String> kinds = new LinkedHashMap<>();
    String known = known(path);
    if (!known.isEmpty()) {
      kind(path, known).ifPresent(kind -> kinds.put(known, kind));
      Predicate<String> contents = path.contents();
      PATHS.forEach(
          (place, kind) -> {
            if (contents.test(place)) {
              kinds.putIfAbsent(place, kind);
            }
          });
    }
    return kinds;
  }

  /** The file systems that nodes have mounted below a path, with the kind of each. */
  static Map<String, String> mountedBelow(HostPath path) {
    Map<String, String> kinds = new LinkedHashMap<>();
    String normalised = path.normalised();
    Predicate<String> contents = path.contents();
    for (String mount : MOUNTS) {
      if (!mount.contains("*") && contents.test(mount) && !normalised.equals(mount)) {
        kind("", mount).ifPresent(kind -> kinds.put(mount, kind));
      }
    }
    return kinds;
  }

  /** What to gain from a kind by {@code read} or {@code write}, if anything. */
  static Optional<String> gain(String kind, String access) {
    return KINDS
        .get(kind)
        .flatMap(facts -> ((YamlMapping) facts).get(access))
        .map(Object::toString);
  }

  /** Whether a kind opens to privileged containers alone. */
  static boolean isDevice(String kind) {
    return KINDS.get(kind).flatMap(facts -> ((YamlMapping) facts).get("device")).isPresent();
  }

  /** The socket of a container runtime that a path is, or those that lie below it. */
  static List<String> runtimeSockets(HostPath path) {
    String normalised = path.normalised();
    String name = normalised.substring(normalised.lastIndexOf('/') + 1);
    if (SOCKET_NAMES.contains(name) || SOCKET_PIPES.contains(normalised.toLowerCase(Locale.ROOT))) {
      return List.of(normalised);
    }
    return SOCKET_PLACES.stream().filter(path.contents()).toList();
  }

  private static Optional<String> kind(HostPath path, String known) {
    return kind(path.type(), known);
  }

  private static Optional<String> kind(String type, String known) {
    if (type.equals("BlockDevice")) {
      return Optional.of("disk");
    }
    if (FOLDERS.containsKey(known)) {
      return Optional.of(FOLDERS.get(known));
    }
    for (Map.Entry<Pattern, String> pattern : PATTERNS.entrySet()) {
      if (pattern.getKey().matcher(known).find()) {
        return Optional.of(pattern.getValue());
      }
    }
    String separator = known.contains("\\") ? "\\" : "/";
    String[] steps = known.split(Pattern.quote(separator), -1);
    for (int length = Math.min(steps.length, MAX_STEPS); length > 0; length--) {
      String folder = String.join(separator, List.of(steps).subList(0, length));
      if (PATHS.containsKey(folder)) {
        return Optional.of(PATHS.get(folder));
      }
    }
    return Optional.empty();
  }

  /** In lower case on Windows, and up to a reference to the environment. */
  private static String known(HostPath path) {
    String normalised = path.normalised();
    boolean windows = !normalised.startsWith("/");
    String cased = windows ? normalised.toLowerCase(Locale.ROOT) : normalised;
    int reference = cased.indexOf("$(");
    if (reference < 0) {
      return cased;
    }
    int end = Math.max(cased.lastIndexOf('/', reference), cased.lastIndexOf('\\', reference));
    return end <= 0 ? "/" : cased.substring(0, end);
  }

  private static Map<String, String> texts(YamlMapping facts, String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (YamlEntry entry : ((YamlMapping) facts.get(key).orElseThrow()).entries()) {
      texts.put(entry.name(), entry.value().toString());
    }
    return texts;
  }

  private static Map<Pattern, String> patterns() {
    Map<Pattern, String> patterns = new LinkedHashMap<>();
    texts(FACTS, "patterns").forEach((regex, kind) -> patterns.put(Pattern.compile(regex), kind));
    return patterns;
  }

  private static List<String> list(YamlMapping facts, String key) {
    List<String> texts = new ArrayList<>();
    ((YamlSequence) facts.get(key).orElseThrow())
        .items()
        .forEach(item -> texts.add(item.toString()));
    return texts;
  }
}
