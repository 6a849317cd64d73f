package dev.seaworthy.engine;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ObjectReader;
import dev.seaworthy.source.DecodedText;
import dev.seaworthy.source.Source;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.TextDecoder;
import dev.seaworthy.yaml.YamlDocument;
import dev.seaworthy.yaml.YamlReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the objects of some kinds without reading the others: a document that does not hold the
 * name of a kind holds no object of it. What cannot be read is told when it is analysed.
 */
final class ObjectSearch {

  private final Set<GroupKind> kinds;
  private final List<String> names;
  private final ObjectReader reader;
  private final Limits limits;

  ObjectSearch(Set<GroupKind> kinds, ClusterProfile cluster, Limits limits) {
    this.kinds = kinds;
    this.names = kinds.stream().map(GroupKind::kind).distinct().toList();
    this.reader = new ObjectReader(cluster);
    this.limits = limits;
  }

  /** Whether there is nothing to look for. */
  boolean isIdle() {
    return kinds.isEmpty();
  }

  /** The objects of a source, in their order. */
  List<KubernetesObject> objects(Source source) {
    try {
      byte[] content = source.read(limits.maxFileBytes());
      boolean tooLarge = content.length > limits.maxFileBytes();
      return tooLarge || !mentionsAny(TextDecoder.decodeLeniently(content))
          ? List.of()
          : objects(source.name(), content);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return List.of();
    }
  }

  private List<KubernetesObject> objects(String name, byte[] content) {
    return TextDecoder.decode(name, content) instanceof DecodedText.Text text
        ? found(text.text())
        : List.of();
  }

  /** The objects in a text, in their order. */
  List<KubernetesObject> objects(SourceText text) {
    try {
      return mentionsAny(text.text()) ? found(text) : List.of();
    } catch (RuntimeException | StackOverflowError e) {
      return List.of();
    }
  }

  private List<KubernetesObject> found(SourceText text) {
    List<KubernetesObject> found = new ArrayList<>();
    for (YamlDocument document :
        YamlReader.read(text, limits.yaml(), this::mentionsAny).documents()) {
      for (KubernetesObject object : reader.read(document).objects()) {
        if (kinds.contains(GroupKind.of(object))) {
          found.add(object);
        }
      }
    }
    return found;
  }

  private boolean mentionsAny(String text) {
    return names.stream().anyMatch(name -> mentions(text, name));
  }

  /** Whether the name stands as a word, or as the start of that of a list. */
  private static boolean mentions(String text, String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
      int end = at + name.length();
      boolean starts = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
      if (starts && (ends || text.startsWith("List", end))) {
        return true;
      }
    }
    return false;
  }
}
