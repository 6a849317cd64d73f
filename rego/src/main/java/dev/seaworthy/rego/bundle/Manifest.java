package dev.seaworthy.rego.bundle;

import dev.seaworthy.rego.syntax.RegoVersion;
import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.source.GitIgnore;
import dev.seaworthy.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code .manifest} of a bundle, as OPA's documentation on bundles describes it.
 *
 * @param roots the paths below which all that the bundle defines lies, without slashes at the ends;
 *     the empty path is above all others
 * @param version the grammar of the files
 * @param fileVersions the grammar of some files, by path or pattern
 * @param entrypoints the paths that each Wasm module answers, by the path of the module
 */
record Manifest(
    List<String> roots,
    Optional<RegoVersion> version,
    Map<String, RegoVersion> fileVersions,
    Map<String, List<String>> entrypoints) {

  /** Each is compared with each other, and with each file. */
  private static final int MAX_ROOTS = 1_000;

  /** That of a bundle without one. */
  static final Manifest NONE = new Manifest(List.of(""), Optional.empty(), Map.of(), Map.of());

  static Manifest read(SourceText text) throws UnreadableException {
    RegoValue json = Content.json(text);
    if (!(json instanceof RegoObject manifest)) {
      throw flaw(text, "the manifest is no object");
    }
    List<String> roots = roots(manifest, text);
    Optional<RegoVersion> version = Optional.empty();
    RegoValue number = manifest.get("rego_version");
    if (number != null) {
      version = Optional.of(version(number, "rego_version", text));
    }
    return new Manifest(roots, version, fileVersions(manifest, text), entrypoints(manifest, text));
  }

  /** The grammar of a file, by its path in the bundle, which starts with a slash. */
  Optional<RegoVersion> version(String path) {
    RegoVersion exact = fileVersions.get(path);
    if (exact != null) {
      return Optional.of(exact);
    }
    for (Map.Entry<String, RegoVersion> entry : fileVersions.entrySet()) {
      if (GitIgnore.of(List.of(entry.getKey())).ignores(path.substring(1))) {
        return Optional.of(entry.getValue());
      }
    }
    return version;
  }

  /** Whether a path, such as {@code app/users}, lies below a root. */
  boolean contains(String path) {
    return roots.stream().anyMatch(root -> isBelow(path, root));
  }

  /** Whether there is a root below a path. */
  private boolean leadsTo(String path) {
    return roots.stream().anyMatch(root -> isBelow(root, path));
  }

  /** A path that data defines but no root permits. */
  Optional<String> outside(String path, RegoValue data) {
    if (contains(path)) {
      return Optional.empty();
    }
    if (!(data instanceof RegoObject object) || !leadsTo(path)) {
      return Optional.of(path);
    }
    for (RegoValue key : object.keys()) {
      String name = ((RegoString) key).value();
      RegoValue member = Objects.requireNonNull(object.get(key));
      Optional<String> found = outside(path.isEmpty() ? name : path + "/" + name, member);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean isBelow(String path, String root) {
    return root.isEmpty() || path.equals(root) || path.startsWith(root + "/");
  }

  private static List<String> roots(RegoObject manifest, SourceText text)
      throws UnreadableException {
    RegoValue value = manifest.get("roots");
    if (value == null) {
      return List.of("");
    }
    List<String> roots = new ArrayList<>();
    RegoArray items = array(value, "roots", text);
    if (items.size() > MAX_ROOTS) {
      throw flaw(text, "the manifest has more than " + MAX_ROOTS + " roots");
    }
    for (RegoValue root : items) {
      roots.add(string(root, "roots", text).replaceAll("^/+|/+$", ""));
    }
    for (int i = 0; i < roots.size(); i++) {
      for (int j = 0; j < roots.size(); j++) {
        if (i != j && isBelow(roots.get(i), roots.get(j))) {
          throw flaw(text, "roots '" + roots.get(j) + "' and '" + roots.get(i) + "' overlap");
        }
      }
    }
    return roots;
  }

  private static Map<String, RegoVersion> fileVersions(RegoObject manifest, SourceText text)
      throws UnreadableException {
    Map<String, RegoVersion> versions = new LinkedHashMap<>();
    RegoValue value = manifest.get("file_rego_versions");
    if (value != null) {
      RegoObject files = object(value, "file_rego_versions", text);
      for (RegoValue key : files.keys()) {
        RegoValue number = Objects.requireNonNull(files.get(key));
        versions.put(((RegoString) key).value(), version(number, "file_rego_versions", text));
      }
    }
    return versions;
  }

  private static Map<String, List<String>> entrypoints(RegoObject manifest, SourceText text)
      throws UnreadableException {
    Map<String, List<String>> entrypoints = new LinkedHashMap<>();
    RegoValue value = manifest.get("wasm");
    if (value != null) {
      for (RegoValue item : array(value, "wasm", text)) {
        RegoObject resolver = object(item, "wasm", text);
        String module = string(resolver.get("module"), "module", text);
        entrypoints
            .computeIfAbsent(module, key -> new ArrayList<>())
            .add(string(resolver.get("entrypoint"), "entrypoint", text));
      }
    }
    return entrypoints;
  }

  private static RegoVersion version(RegoValue value, String field, SourceText text)
      throws UnreadableException {
    if (value.equals(RegoNumber.of(0))) {
      return RegoVersion.V0;
    }
    if (value.equals(RegoNumber.of(1))) {
      return RegoVersion.V1;
    }
    throw flaw(text, "'" + field + "' names a version of Rego that is neither 0 nor 1");
  }

  private static RegoArray array(RegoValue value, String field, SourceText text)
      throws UnreadableException {
    if (value instanceof RegoArray array) {
      return array;
    }
    throw flaw(text, "'" + field + "' is no array");
  }

  private static RegoObject object(RegoValue value, String field, SourceText text)
      throws UnreadableException {
    if (value instanceof RegoObject object) {
      return object;
    }
    throw flaw(text, "'" + field + "' is no object");
  }

  private static String string(@Nullable RegoValue value, String field, SourceText text)
      throws UnreadableException {
    if (value instanceof RegoString string) {
      return string.value();
    }
    throw flaw(text, "'" + field + "' is no string");
  }

  private static UnreadableException flaw(SourceText text, String message) {
    return UnreadableException.of(
        text.name(), message, "Correct the manifest: nothing of the bundle was read.");
  }
}
