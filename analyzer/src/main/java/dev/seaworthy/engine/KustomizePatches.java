package dev.seaworthy.engine;

import dev.seaworthy.source.DecodedText;
import dev.seaworthy.source.Source;
import dev.seaworthy.source.TextDecoder;
import dev.seaworthy.yaml.YamlDocument;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which sources Kustomize merges into others: those that a {@code kustomization.yaml} among
 * the sources lists as patches, and none as a resource.
 *
 * @see <a href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/patches/">
 *     patches in a kustomization</a>
 */
final class KustomizePatches {

  private static final Set<String> FILES =
      Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private final Limits limits;
  private final Set<String> patches = new HashSet<>();
  private final Set<String> resources = new HashSet<>();

  KustomizePatches(List<Source> sources, Limits limits) {
    this.limits = limits;
    sources.stream().filter(KustomizePatches::isKustomization).forEach(this::read);
  }

  /** Whether a source holds patches and no objects. */
  boolean contains(Source source) {
    String name = normalised(source.name());
    return patches.contains(name) && !resources.contains(name);
  }

  private static boolean isKustomization(Source source) {
    return FILES.contains(source.name().substring(source.name().lastIndexOf('/') + 1));
  }

  private void read(Source source) {
    try {
      byte[] content = source.read(limits.maxFileBytes());
      if (content.length <= limits.maxFileBytes()) {
        collect(source.name(), content);
      }
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // what is wrong with the file is told when it is analysed
    }
  }

  private void collect(String name, byte[] content) {
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    if (TextDecoder.decode(name, content) instanceof DecodedText.Text text) {
      for (YamlDocument document : YamlReader.read(text.text(), limits.yaml()).documents()) {
        if (document.root().resolved() instanceof YamlMapping kustomization) {
          collect(folder, kustomization);
        }
      }
    }
  }

  private void collect(String folder, YamlMapping kustomization) {
    items(kustomization, "patchesStrategicMerge").forEach(item -> add(folder, item, patches));
    items(kustomization, "resources").forEach(item -> add(folder, item, resources));
    for (YamlNode patch : items(kustomization, "patches")) {
      if (patch instanceof YamlMapping mapping) {
        mapping.get("path").ifPresent(path -> add(folder, path, patches));
      }
    }
  }

  private static List<YamlNode> items(YamlMapping mapping, String key) {
    Optional<YamlNode> list = mapping.get(key);
    return list.isPresent() && list.get() instanceof YamlSequence sequence
        ? sequence.items().stream().map(YamlNode::resolved).toList()
        : List.of();
  }

  private static void add(String folder, YamlNode path, Set<String> names) {
    if (path instanceof YamlScalar scalar) {
      names.add(normalised(folder + scalar.text()));
    }
  }

  /** A relative name without {@code .}, and with {@code ..} at its start only. */
  private static String normalised(String name) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : name.split("/")) {
      if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }
}
