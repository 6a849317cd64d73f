package dev.seaworthy.model;

import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlLimits;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Facts about nodes, the kernel and clusters that rules of both languages go by. They are data,
 * each with its source; policies find them under {@code data.seaworthy.facts}.
 */
public final class Facts {

  private static final List<String> NAMES =
      List.of(
          "capabilities",
          "cluster_resources",
          "cluster_roles",
          "default_capabilities",
          "host_paths",
          "namespace_roles",
          "other_capabilities",
          "runtime_sockets",
          "safe_sysctls",
          "selinux_types");

  private static final Map<String, YamlMapping> READ = new ConcurrentHashMap<>();

  private Facts() {}

  /** What there are facts about, sorted. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The facts about something, read when they are first asked for.
   *
   * @param name one of {@link #names()}
   * @throws IllegalArgumentException if there are no such facts
   */
  public static YamlMapping about(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("there are no facts about '" + name + "'");
    }
    return READ.computeIfAbsent(name, Facts::read);
  }

  private static YamlMapping read(String name) {
    String file = "facts/" + name + ".yaml";
    YamlStream stream = YamlReader.read(new SourceText(file, text(file)), YamlLimits.DEFAULT);
    YamlNode root = stream.documents().get(0).root();
    return (YamlMapping) root;
  }

  private static String text(String file) {
    try (InputStream in = Facts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the resource '" + file + "' is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the resource '" + file + "' cannot be read", e);
    }
  }
}
